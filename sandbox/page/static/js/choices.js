// What a person has chosen in the menus, boxes and pickers of messages: it stands until the message's blocks are others.

export class Choices {
  constructor() {
    this.messages = new Map();
  }

  /** What was chosen in a message as it is now, by block and action, as a form's state.values. */
  of(message) {
    const key = `${message.channel}/${message.ts}`;
    const looks = JSON.stringify([message.blocks, message.attachments]);
    const held = this.messages.get(key);
    if (held?.looks === looks) return held.values;
    const values = {};
    this.messages.set(key, { looks, values });
    return values;
  }

  /** Keep a choice; a press of a button is none. */
  keep(message, { block_id: blockId, action_id: actionId, held }) {
    if (!held) return;
    const values = this.of(message);
    values[blockId] = { ...values[blockId], [actionId]: held };
  }
}
