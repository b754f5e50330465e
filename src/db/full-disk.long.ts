import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// A disk of two megabytes, mounted in a name space of its own, so that nobody has to be root for it.
const mounted = 'mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" "$3" "$1"';

it('loses nothing that was acknowledged when a real disk is full, and goes on when there is room', () => {
  const disk = mkdtempSync(join(tmpdir(), 'lines-disk-'));
  try {
    const script = fileURLToPath(new URL('./sqlite/fill-disk.testing.ts', import.meta.url));
    const told = execFileSync('unshare', ['-rm', 'sh', '-c', mounted, 'sh', disk, process.execPath, script]);
    const { fitted, refused, ...rest } = JSON.parse(told.toString());
    expect(fitted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
    expect(rest).toEqual({ onlyFull: true, afterwards: 1, missing: 0, unexpected: 0, facts: 0 });
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
});
