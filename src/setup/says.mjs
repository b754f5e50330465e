/** A reason to stop that the reader can act on: shown without a stack trace. */
export class Refusal extends Error {}

/** Stops with a plain word when the Node that started us is too old even for the set-up (20 is the oldest we try). */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Refusal(
      `Node ${process.versions.node} is too old for the set-up of Lines. Install Node 20 or newer (https://nodejs.org) and try again.`,
    );
  }
}
