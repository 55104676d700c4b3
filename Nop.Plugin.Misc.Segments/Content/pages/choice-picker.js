// A box in which one types to find choices of a list of the shop: one choice or several (WAI-ARIA: combobox with listbox popup).
// It stands in its own script tag before the page's script, so that the shop gives it a version of its own.
import { html, useEffect, useRef, useState } from '../vendor/htm-preact-3.1.1/standalone.module.js';

const delayMilliseconds = 200;
const Icon = ({ name, style = 'fas' }) => html`<i class=${`${style} fa-${name}`} aria-hidden="true"></i>`;

/** Searches once the typing has paused; an answer that comes after a newer question is dropped. */
function useSearch(search, term, isOpen) {
  const [found, setFound] = useState({ items: [], state: 'searching' });
  useEffect(() => {
    if (!isOpen) return undefined;
    const controller = new AbortController();
    setFound(before => ({ ...before, state: 'searching' }));
    const timer = setTimeout(async () => {
      try {
        const items = await search(term, controller.signal);
        if (!controller.signal.aborted) setFound({ items, state: 'found' });
      } catch {
        if (!controller.signal.aborted) setFound({ items: [], state: 'failed' });
      }
    }, delayMilliseconds);
    return () => { clearTimeout(timer); controller.abort(); };
  }, [term, isOpen]);
  return found;
}

/**
 * @param value the chosen items: { id, text }
 * @param isSingle whether choosing one takes the place of the one before, and closes the list
 * @param search (term, signal) => promise of items: { id, text, detail }
 * @param texts { search, searching, nothing, failed, remove }; "{name}" in remove is the choice's text
 */
export function ChoicePicker({ id, label, value, onChange, search, texts, isSingle = false, ...rest }) {
  const [term, setTerm] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef();
  const list = useRef();
  const input = useRef();
  const { items, state } = useSearch(search, term, isOpen);
  const index = Math.min(active, items.length - 1);

  const close = () => { setOpen(false); setTerm(''); setActive(0); };
  const isChosen = item => value.some(other => other.id === item.id);
  const pick = item => {
    onChange(isChosen(item) ? value.filter(other => other.id !== item.id) : isSingle ? [item] : [...value, item]);
    if (isSingle) close(); else setTerm('');
  };
  const drop = (item, at) => {
    onChange(value.filter(other => other !== item));
    const buttons = box.current.querySelectorAll('.segments-chip button');
    (buttons[at + 1] || buttons[at - 1] || input.current).focus();
  };
  const onKeyDown = e => {
    if (e.key === 'Escape' && isOpen) close();
    else if (e.key === 'Enter') { if (isOpen && index >= 0) pick(items[index]); }
    else if (e.key === 'ArrowDown') isOpen ? setActive(items.length ? (index + 1) % items.length : 0) : setOpen(true);
    else if (e.key === 'ArrowUp' && isOpen) setActive(items.length ? (index + items.length - 1) % items.length : 0);
    else if (e.key === 'Backspace' && term === '' && value.length > 0) { onChange(value.slice(0, -1)); return; }
    else { if (e.key === 'Tab') close(); return; }
    e.preventDefault();
    e.stopPropagation();
  };

  useEffect(() => {
    if (!isOpen) return undefined;
    const listen = e => { if (!box.current?.contains(e.target)) close(); };
    document.addEventListener('pointerdown', listen);
    return () => document.removeEventListener('pointerdown', listen);
  }, [isOpen]);
  useEffect(() => { if (isOpen) list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }); }, [index, isOpen]);

  return html`<span class="segments-picker" ref=${box}>
    ${value.map((item, at) => html`<span class="segments-chip" key=${item.id}><span class="segments-chip-box" title=${item.detail || item.text}>
      <span>${item.text}</span>
      <button type="button" onClick=${() => drop(item, at)} aria-label=${texts.remove.replace('{name}', item.text)}><${Icon} name="times" /></button>
    </span></span>`)}
    <span class="segments-combobox">
      <label class="sr-only" for=${id}>${label}</label>
      <input id=${id} ref=${input} class="form-control" type="text" role="combobox" autocomplete="off" value=${term} placeholder=${texts.search}
        aria-autocomplete="list" aria-expanded=${String(isOpen)} aria-controls=${`${id}-list`}
        aria-activedescendant=${isOpen && index >= 0 ? `${id}-${index}` : undefined}
        onFocus=${() => setOpen(true)} onClick=${() => setOpen(true)} onKeyDown=${onKeyDown}
        onInput=${e => { setTerm(e.currentTarget.value); setOpen(true); setActive(0); }} ...${rest} />
      <ul id=${`${id}-list`} ref=${list} class="segments-list" role="listbox" aria-multiselectable=${String(!isSingle)} aria-label=${label} hidden=${!isOpen}>
        ${items.map((item, at) => html`<li key=${item.id} id=${`${id}-${at}`} role="option" class=${at === index ? 'active' : ''}
          aria-selected=${String(isChosen(item))} onPointerDown=${e => e.preventDefault()} onClick=${() => pick(item)}
          onPointerMove=${() => at !== index && setActive(at)}>
          ${!isSingle && html`<${Icon} name=${isChosen(item) ? 'check-square' : 'square'} style=${isChosen(item) ? 'fas' : 'far'} />`}
          <span>${item.text}${item.detail && html` <small>${item.detail}</small>`}</span>
        </li>`)}
        ${items.length === 0 && html`<li role="presentation" class="segments-note">
          ${state === 'searching' ? texts.searching : state === 'failed' ? texts.failed : texts.nothing}</li>`}
      </ul>
    </span>
  </span>`;
}

if (typeof window !== 'undefined') window.segmentsChoicePicker = ChoicePicker;
