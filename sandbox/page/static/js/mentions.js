// Names after an @, as people type them: "@priya.nair", "@Priya", "@Close Ties".

const BEGUN = /(^|[\s(])(?:@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)*)|#([\p{L}\p{N}._-]*))$/u;
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What is being typed just before the cursor: {sign, typed, from}, or null. Spaces belong to it: many names have one. */
export function begun(before) {
  const found = BEGUN.exec(before);
  if (!found) return null;
  const [, space, name, channel] = found;
  return { sign: name === undefined ? "#" : "@", typed: (name ?? channel).toLowerCase(), from: found.index + space.length };
}

/** Whether somebody could be meant by what was typed so far. */
export function isCalled(person, typed) {
  const real = person.real_name.toLowerCase();
  return person.name.toLowerCase().startsWith(typed) || real.startsWith(typed) || real.split(/\s+/).some((word) => word.startsWith(typed));
}

/** Real names after an @ become handles, which is what the sandbox understands. Longer names go first. */
export function withHandles(text, people) {
  const known = [...people].filter((each) => !each.deactivated && each.real_name.includes(" ")).sort((one, other) => other.real_name.length - one.real_name.length);
  return known.reduce((words, each) => words.replace(new RegExp(`(^|[\\s(])@${escaped(each.real_name)}(?![\\p{L}\\p{N}])`, "giu"), (_, space) => `${space}@${each.name}`), text);
}
