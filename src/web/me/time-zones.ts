/** The time zones that can be chosen, by their IANA names. */
export const timeZones = (): readonly string[] => {
  zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  return zones;
};

// Found with the first who asks: it takes the start longer than most pages take.
let zones: readonly string[] | undefined;
