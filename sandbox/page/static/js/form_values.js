// What a person has typed into forms and the sandbox may not know yet, by form and by field.

const keyOf = (blockId, actionId) => `${blockId}\n${actionId}`;

export class FormValues {
  constructor() {
    this.forms = new Map();
  }

  #of(viewId) {
    if (!this.forms.has(viewId)) this.forms.set(viewId, new Map());
    return this.forms.get(viewId);
  }

  /** Keep a change; it is unsent until `sent` says otherwise. */
  put(viewId, { block_id: blockId, action_id: actionId, type, held, value }) {
    this.#of(viewId).set(keyOf(blockId, actionId), { blockId, actionId, type, held, plain: value, unsent: true });
  }

  /** state.values as the person has them before their eyes. Fields that went, or became another kind, are forgotten. */
  over(form) {
    const values = Object.fromEntries(Object.entries(form.values ?? {}).map(([block, fields]) => [block, { ...fields }]));
    const typed = this.#of(form.view_id);
    for (const [key, { blockId, actionId, type, held }] of typed) {
      if (values[blockId]?.[actionId]?.type === type) values[blockId][actionId] = held;
      else typed.delete(key);
    }
    return values;
  }

  /** The unsent fields, as form/fill takes them, and a function to call once they are sent. */
  async unsent(viewId) {
    const fields = [...this.#of(viewId).values()].filter((field) => field.unsent);
    const values = Object.fromEntries(await Promise.all(fields.map(async (field) => [field.blockId, await plainOf(field.plain)])));
    const sent = () => fields.forEach((field) => (field.unsent = false));
    return { values, sent, any: fields.length > 0 };
  }

  forget() {
    this.forms.clear();
  }
}

/** Files are read only when they are sent: the field holds functions until then. */
async function plainOf(plain) {
  if (!Array.isArray(plain)) return plain;
  return Promise.all(plain.map((each) => (typeof each === "function" ? each() : each)));
}
