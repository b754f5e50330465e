/** Tells a page that one of these things (ids with spaces between) changed: what shows it is asked for again, with the viewer's own rights. */
export const LookAgain = ({ at }: { at: string }) => <div data-look={at} hidden />;
