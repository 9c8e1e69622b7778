let isReady = false;

/** Says that the engine is there. @internal */
export function started(): void {
  isReady = true;
}

/** Refuses what is asked before the engine is there. @internal */
export function needEngine(): void {
  if (!isReady) throw new Error("claquette is not loaded yet: `await init()` first");
}
