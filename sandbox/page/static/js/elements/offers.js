// What a menu offers: fixed options, options from the app, people, channels, conversations.
import { spelt } from "../blocks/words.js";

const LEAST_LETTERS = 3;

/**
 * An offer is {key, text, about, group, held}: `held` is what Slack keeps when it is chosen.
 * A source answers {least, find(typed) -> promise of offers, of(held) -> offer}.
 */
export function sourceOf(spot) {
  const { element, context } = spot;
  const kind = element.type.replace("multi_", "");
  if (kind === "static_select") return fixed(groupsOf(element), fromOption);
  if (kind === "external_select") return asking(spot);
  if (kind === "users_select") return fixed([{ options: [...(context.people?.values() ?? [])].filter((person) => !person.deactivated && !person.bot) }], fromPerson, (id) => ({ key: id, text: context.people?.get(id)?.real_name ?? id, held: id }));
  return fixed([{ options: conversations(element, context) }], fromChannel, (id) => fromChannel(context.channels?.get(id) ?? { id, name: id, kind: "unknown" }));
}

const groupsOf = (element) => element.option_groups ?? [{ options: element.options ?? [] }];

function fixed(groups, make, of = make) {
  const offers = groups.flatMap((group) => group.options.map((option) => ({ ...make(option), group: group.label ? spelt(group.label) : "" })));
  return { least: 0, find: (typed) => Promise.resolve(offers.filter((offer) => matches(offer, typed))), of };
}

function asking({ block, element, context }) {
  const least = element.min_query_length ?? LEAST_LETTERS;
  const place = { block_id: block.block_id, action_id: element.action_id };
  return { least, slow: true, find: async (typed) => ((await context.suggestions?.(place, typed)) ?? []).map(fromOption), of: fromOption };
}

const fromOption = (option) => ({ key: option.value, text: spelt(option.text), about: option.description ? spelt(option.description) : "", group: option.group ?? "", held: option });
const fromPerson = (person) => ({ key: person.id, text: person.real_name || person.name, about: person.title ?? "", also: person.name, held: person.id });
const fromChannel = (channel) => ({ key: channel.id, text: channel.name, held: channel.id, sign: { public: "#", private: "🔒 " }[channel.kind] ?? "" });

const isPrivate = (channel) => channel.kind === "private";

/** The channels that a menu of channels or conversations may show this person. */
function conversations(element, context) {
  const kinds = element.type.endsWith("channels_select") ? ["public"] : (element.filter?.include ?? ["public", "private"]);
  return [...(context.channels?.values() ?? [])].filter((channel) => channel.name && !channel.archived && kinds.includes(isPrivate(channel) ? "private" : "public"));
}

function matches(offer, typed) {
  const wanted = typed.trim().toLocaleLowerCase();
  return !wanted || [offer.text, offer.about, offer.also].some((words) => words?.toLocaleLowerCase().includes(wanted));
}
