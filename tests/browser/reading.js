// What is drawn, as lines of text: one for each line or control, with what it is in front. For the gallery's test.
(selector) => {
  const CONTROLS = 'button, a, input, textarea, select, [role="combobox"], img, hr, summary';
  const BREAKS = new Set(['block', 'flex', 'grid', 'list-item', 'table', 'table-row', 'inline-block', 'inline-flex', 'flow-root']);
  const named = (node) => node.getAttribute('aria-label') ?? '';
  const labelOf = (node) => node.labels?.[0]?.innerText ?? (node.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ');
  const words = (text) => text.replace(/\s+/g, ' ').trim();

  const control = (node) => {
    const look = node.classList.contains('bk-primary') ? ' primary' : node.classList.contains('bk-danger') ? ' danger' : '';
    if (node.matches('button')) return `[${words(node.innerText) || named(node)}]${look}${node.disabled ? ' off' : ''}`;
    if (node.matches('a')) return `${words(node.innerText)} <${node.getAttribute('href')}>${look}`;
    if (node.matches('img')) return `(picture: ${node.alt})`;
    if (node.matches('hr')) return '----';
    if (node.matches('summary')) return `> ${words(node.innerText)}`;
    if (node.matches('[type="checkbox"], [type="radio"]')) return `${node.type} ${node.checked ? 'x' : '_'}`;
    const kind = node.getAttribute('role') ?? node.type;
    const must = node.getAttribute('aria-required') === 'true' ? ', needed' : '';
    return `{${kind}${must}: ${words(labelOf(node) || named(node))}} ${JSON.stringify(node.value)}${node.placeholder ? ` (${node.placeholder})` : ''}`;
  };

  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[ \t]*\n[ \t]*/g, (found) => (getComputedStyle(node.parentElement).whiteSpace.startsWith('pre') ? found : ' '));
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.matches('svg, [aria-hidden="true"]')) return '';
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden') return '';
    if (node.matches('br')) return '\n';
    const inside = node.matches(CONTROLS) ? control(node) : [...node.childNodes].map(read).join('');
    const mark = /^H[1-6]$/.test(node.tagName) ? `${'#'.repeat(Number(node.tagName[1]))} ` : node.matches('li') ? '- ' : '';
    const alone = BREAKS.has(display) && !node.matches('a:not(.bk-button), input[type=checkbox], input[type=radio]');
    const block = node.dataset.block ? `\n  ${node.dataset.block}\n` : '';
    return alone ? `\n${block}${mark}${inside}\n` : `${mark}${inside}`;
  };

  const lines = (node) => read(node).split('\n').map((line) => (line.startsWith('  ') ? line.trimEnd() : words(line))).filter(Boolean).map((line) => (line.startsWith('  ') ? `  ${line.trim()}:` : `    ${line}`));
  return [...document.querySelectorAll(selector)].map((node) => `${node.dataset.name}\n${lines(node).slice(1).join('\n')}\n`).join('\n');
}
