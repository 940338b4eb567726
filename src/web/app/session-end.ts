let whenOver: () => void = () => {};

/** Says what is to happen when the session is over; the router does it, which knows what is open. */
export function onSessionEnd(then: () => void): void {
  whenOver = then;
}

/** The server knows this browser no more, and it could not be renewed: whoever finds out says so here. */
export const sessionIsOver = (): void => whenOver();
