import type { Diagnostic, Refusal } from "./types.js";

/** A production, a table or a word that was refused; the message tells the first errors in English. */
export class CalculationError extends Error {
  override readonly name = "CalculationError";
  /** Every problem, errors and warnings; none if it was a word that is not known. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many problems there are beyond those. */
  readonly more: number;

  constructor(message: string, diagnostics: readonly Diagnostic[] = [], more = 0, options?: ErrorOptions) {
    super(message, options);
    this.diagnostics = diagnostics;
    this.more = more;
  }
}

/** What the engine gives, or its refusal as a `CalculationError`. */
export function errors<T>(ask: () => T): T {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof WebAssembly.RuntimeError) {
      throw new Error("the engine has stopped, most often since its memory is used up; load the package anew", { cause: thrown });
    }
    if (typeof thrown !== "string") throw thrown;
    const { message, refusal } = JSON.parse(thrown) as { message: string; refusal: Refusal };
    throw new CalculationError(message, refusal.diagnostics, refusal.more);
  }
}
