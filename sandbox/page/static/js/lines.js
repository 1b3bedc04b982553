// A browser keeps at most six connections to one place. Windows that wait for news at length would take them all, and nothing
// could be sent any more: so only a few of them wait, and the others look at short intervals, until one of those is closed.

const LINES = 3;
const WAIT_SECONDS = 25;
const LOOK_MS = 500;

export class Lines {
  /** Ask for news: `asks(seconds)` may be answered at once or only after so many seconds. */
  async ask(asks) {
    if (!navigator.locks) return asks(WAIT_SECONDS);
    const held = await this.onLine(1, asks);
    if (held) return held;
    await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); });
    return asks(0);
  }

  /** The answer, if one of the lines from `number` on is free; else null. */
  onLine(number, asks) {
    if (number > LINES) return null;
    return navigator.locks.request(`sandbox-line-${number}`, { ifAvailable: true }, (line) => (line ? asks(WAIT_SECONDS) : this.onLine(number + 1, asks)));
  }
}
