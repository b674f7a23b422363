interface RadioCard<V extends string> {
  value: V;
  name: string;
  /** One sentence under the name. */
  note?: string | undefined;
  /** Why it cannot be chosen now; empty: it can. */
  why?: string | undefined;
}

interface RadioCardsProps<V extends string> {
  /** The name of the inputs. */
  name: string;
  legend: string;
  value: V | undefined;
  cards: readonly RadioCard<V>[];
  /** The data attribute that says why a card cannot be chosen, without `data-`. */
  offMark?: string;
  onValue(value: V): void;
}

/** A choice of a few, each with what it means or why it cannot be chosen. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const { name, legend, value, cards, offMark, onValue } = props;
  return (
    <fieldset class="radio-cards">
      <legend>{legend}</legend>
      {cards.map((card) => {
        const isOff = Boolean(card.why);
        const note = card.why || card.note;
        const id = `${name}-${card.value}-note`;
        return (
          <label class="radio-card" key={card.value} data-off={isOff || undefined}>
            <input
              type="radio"
              name={name}
              value={card.value}
              checked={value === card.value}
              disabled={isOff}
              aria-describedby={note ? id : undefined}
              onChange={() => onValue(card.value)}
            />
            <span>
              <span class="radio-card-name">{card.name}</span>
              {note && (
                <span
                  class="fact-note"
                  id={id}
                  {...(isOff && offMark && { [`data-${offMark}`]: card.value })}
                >
                  {note}
                </span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
