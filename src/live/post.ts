import { Bundle, framePart, noticePart, type Part } from './bundle.ts';
import type { Notice } from './notices.ts';
import type { Viewer } from './viewer.ts';

/**
 * What has to be delivered after a look at some facts. Everything is rendered and encoded once for all who get the same, and
 * `key` says what is the same.
 */
export class Post {
  readonly #parts = new Map<string, Part>();
  readonly #bundles = new Map<Viewer, Bundle>();
  readonly #empty = new Bundle();

  /** Puts HTML among what a viewer gets. `key`: everything that the HTML depends on but the language. */
  html(viewer: Viewer, key: string, render: () => unknown): void {
    this.#put(
      viewer,
      this.#once(`${viewer.language} ${key}`, () => framePart(String(render()))),
    );
  }

  /** Puts a notice among what a viewer gets. */
  notice(viewer: Viewer, key: string, make: () => Notice): void {
    this.#put(
      viewer,
      this.#once(`${viewer.language} notice ${key}`, () => noticePart(make())),
    );
  }

  /** What goes to a viewer; undefined for nothing. */
  for(viewer: Viewer): Bundle | undefined {
    return this.#bundles.get(viewer);
  }

  [Symbol.iterator](): Iterator<[Viewer, Bundle]> {
    return this.#bundles.entries();
  }

  #put(viewer: Viewer, part: Part): void {
    this.#bundles.set(viewer, (this.#bundles.get(viewer) ?? this.#empty).plus(part));
  }

  #once(key: string, make: () => Part): Part {
    let part = this.#parts.get(key);
    if (!part) {
      part = make();
      this.#parts.set(key, part);
    }
    return part;
  }
}
