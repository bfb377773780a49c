import type { JSX } from 'preact';
import { type WordChange, wordChanges } from '../../link/word-changes.ts';
import { inWords } from '../../rules/local-date.ts';
import { agreeing, wordingTitles } from '../in-words.ts';
import { type Of, Published, Words } from './parts.tsx';
import type { Publication } from '../publication/publication.schema.ts';

type Resolutions = NonNullable<Publication['decision']>;

// Underline and strike-through are not read out, so each change also says in words which it is.
const Run = ({ kind, words }: WordChange): JSX.Element => {
  if (kind === 'same') return <>{words}</>;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span class="govuk-visually-hidden">{kind === 'added' ? '[Added: ' : '[Removed: '}</span>
      {words}
      <span class="govuk-visually-hidden">]</span>
    </Mark>
  );
};

const Changed = ({ before, after }: { before: string; after: string }): JSX.Element => (
  <li class="app-words">
    {wordChanges(before, after).map((change) => (
      <Run {...change} />
    ))}
  </li>
);

const WordingChange = ({ by, on, before, after }: Resolutions['changes'][number]): JSX.Element => (
  <>
    <h3 class="govuk-heading-s">{`How the wording was changed: ${by}, ${inWords(on)}`}</h3>
    <p class="govuk-body">
      Added words are <ins>underlined</ins> and removed words are <del>struck through</del>.
    </p>
    <ol class="govuk-list govuk-list--number">
      {Array.from({ length: Math.max(before.length, after.length) }, (_, index) => (
        <Changed before={before[index] ?? ''} after={after[index] ?? ''} />
      ))}
    </ol>
  </>
);

const Conditions = ({ conditions, resolution }: Pick<Resolutions, 'conditions'> & { resolution: number }): JSX.Element => (
  <>
    {conditions
      .filter((condition) => condition.resolution === resolution)
      .map(({ words }) => (
        <div class="app-words">{`Condition: ${words}`}</div>
      ))}
  </>
);

/** What is proposed or was decided, numbered, with every earlier wording word by word. */
export const Wording = ({ of }: Of): JSX.Element => (
  <Published of={of} section="proposedDecision" title={wordingTitles[of.decision?.state ?? 'proposed']} content={of.decision}>
    {({ items, conditions, changes }) => (
      <>
        {agreeing(of) && <Words>{agreeing(of) ?? ''}</Words>}
        <ol class="govuk-list govuk-list--number">
          {items.map((item, index) => (
            <li class="app-words">
              {item}
              <Conditions conditions={conditions} resolution={index + 1} />
            </li>
          ))}
        </ol>
        {changes.map((change) => (
          <WordingChange {...change} />
        ))}
      </>
    )}
  </Published>
);
