/** How a command ended, as `sysexits.h` numbers it, which supervisors of processes know. */
export const exit = { ok: 0, usage: 64, data: 65, failure: 70, cannotWrite: 73, tryLater: 75, config: 78 } as const;

/** A reason to stop that whoever typed the command can act on: shown as it is, without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The code that the system gave an error, such as `EADDRINUSE`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** An error in the words for whoever runs the product: the system's own message where it is one. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
