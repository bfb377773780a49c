import { nameFacts, reasonFact } from '../email/facts.ts';
import { holdersOf, type Letter, letterTo, nothingAsked, type Occasion, officerOf, type Person } from '../email/letter.ts';
import { isSameAddress } from '../rules/alike.ts';

// Whom the public asks, and who is to own the contracts, is part of what the proposal says.
const stillNamed = ({ decision: { content, heldBefore = [] } }: Occasion<'proposal-handed-over'>, now: Person): string[] => {
  const { name = '', email = '' } = content.contact ?? {};
  return !isSameAddress(email, now.email) && heldBefore.some((officer) => isSameAddress(officer.email, email))
    ? [
        `It still names ${name} as its contact, who will own its contracts. If it is so no longer, please correct that, or once it is decided the owner in the register.`,
      ]
    : [];
};

/** Tells whoever holds a proposal from now on, whoever held it until now, and the lead director. */
export const proposalHandedOver = (occasion: Occasion<'proposal-handed-over'>): Letter[] => {
  const { decision, happening } = occasion;
  const now = officerOf(occasion);
  const before = (decision.heldBefore ?? []).slice(-1).map(({ name, email }) => ({ name, email, post: null }));
  return [now, ...before, ...holdersOf(occasion, decision.content.leadDirector)].map((to) =>
    letterTo(to, occasion, {
      kind: 'proposal-handed-over',
      about: `held by ${now.name} from now on`,
      heading: `${now.name} holds this proposal from now on`,
      paragraphs: [
        `It was held by ${before.map(({ name }) => name).join()}. Neither of them can clear or decide it.`,
        ...(to === now ? stillNamed(occasion, now) : []),
      ],
      facts: [...nameFacts(occasion, to), ...reasonFact(occasion, to, happening.words)],
      whatHappensNext: to === now ? 'Open it to see what it waits for. What only its officer can do is yours now.' : nothingAsked,
    }),
  );
};
