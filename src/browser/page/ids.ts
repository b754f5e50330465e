/** A UUIDv7, made without `randomUUID`, which browsers withhold from plain http. */
export function newId(): string {
  const random = [...crypto.getRandomValues(new Uint8Array(10))];
  const time = Date.now().toString(16).padStart(12, '0');
  const [a = 0, b = 0, c = 0, ...rest] = random;
  const tail = [0x70 | (a & 0x0f), b, 0x80 | (c & 0x3f), ...rest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const hex = time + tail;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
