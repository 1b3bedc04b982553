// The workspace as this window knows it, kept in step with the sandbox by one long question at a time.

import { Refused, apiFor } from "./api.js";
import { Choices } from "./choices.js";
import { Lines } from "./lines.js";

const RETRY_MS = 1000;

/** What is known: `client` is the answer of /control/client, kept up to date; listeners are told of each change. */
export class Live {
  constructor(as) {
    this.api = apiFor(as);
    this.listeners = [];
    this.choices = new Choices();
    this.lines = new Lines();
    this.reachable = true;
  }

  async start() {
    this.take(await this.api.client());
    this.keepUp();
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  take(news) {
    this.client = { ...this.client, ...news };
    this.readAt = performance.now();
    this.people = new Map(this.client.people.map((each) => [each.id, each]));
    this.usergroups = new Map(this.client.usergroups.map((each) => [each.id, each]));
    this.conversations = new Map(this.client.conversations.map((each) => [each.id, each]));
    this.channels = new Map(this.client.conversations.filter((each) => each.name).map((each) => [each.id, each]));
  }

  get me() { return this.client.me; }
  get team() { return this.client.team; }
  get app() { return this.client.app; }
  get zone() { return this.client.me.tz; }

  /** The sandbox's time, now. */
  now() {
    const passed = this.client.flowing ? performance.now() - this.readAt : 0;
    return new Date(Date.parse(this.client.now) + passed);
  }

  /** The direct messages with the app. */
  get appConversation() {
    return this.client.conversations.find((each) => each.with === this.app.bot_user_id);
  }

  /** What blocks and text need to know to be drawn. */
  context(surface, more = {}) {
    return { surface, as: this.me.id, me: this.me.id, people: this.people, channels: this.channels, conversations: this.conversations, usergroups: this.usergroups, now: this.now(), zone: this.zone, ...more };
  }

  async keepUp() {
    for (;;) {
      try {
        await this.tell(this.reachable ? await this.news() : await this.api.client());
      } catch (error) {
        if (!(error instanceof Refused)) console.warn(error);
        await this.lost();
      }
    }
  }

  /** What has changed, as soon as something has; without a line of its own this window looks at short intervals. */
  news() {
    return this.lines.ask((seconds) => this.api.changes(this.client.version, seconds));
  }

  async tell(news) {
    const before = this.client;
    const back = !this.reachable;
    this.reachable = true;
    const stale = news.conversations.some((each) => each.members.some((id) => !this.people.has(id)));
    this.take(stale ? await this.api.client() : news);
    for (const listener of this.listeners) await listener(before, back || before.version !== this.client.version);
  }

  async lost() {
    if (this.reachable) {
      this.reachable = false;
      for (const listener of this.listeners) await listener(this.client, false);
    }
    await new Promise((resolve) => { setTimeout(resolve, RETRY_MS); });
  }
}
