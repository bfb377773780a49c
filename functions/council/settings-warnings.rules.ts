import type { LocalDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import type { Council, KeyRule } from './council.schema.ts';

/** A setting that stands, and why the Monitoring Officer might be asked about it. */
export type SettingWarning = { setting: string; words: string };

const reg8 = 'Reg 8 of SI 2012/2089';

const firstNotKey = ({ comparison, limit }: NonNullable<KeyRule['area']>): number => (comparison === 'more-than' ? limit : limit - 1);

const areaWarning = ({ area }: KeyRule, word: string): SettingWarning[] => {
  const setting = 'keyRules.area';
  if (area === null)
    return [
      { setting, words: `The council’s rule does not look at ${word}s. ${reg8} makes a decision key that is significant in two or more.` },
    ];
  const most = firstNotKey(area);
  return most < 2
    ? []
    : [{ setting, words: `By the council’s rule a decision that affects ${most} ${word}s is not key for that. ${reg8} says two or more.` }];
};

const combineWarning = ({ combine, area }: KeyRule, word: string): SettingWarning[] =>
  combine === 'both' && area
    ? [{ setting: 'keyRules.combine', words: `The council’s rule asks for money and ${word}s both. ${reg8} has either suffice.` }]
    : [];

/**
 * Every setting in force on a Europe/London day that makes fewer decisions key than reg 8 of SI 2012/2089 does. It is the council's to set;
 * it is pointed out, and stands.
 */
export const settingWarnings = ({ keyRules, areaWord }: Pick<Council, 'keyRules' | 'areaWord'>, on: LocalDate): SettingWarning[] => {
  const rule = rulesInForce(keyRules, on);
  return [...combineWarning(rule, areaWord), ...areaWarning(rule, areaWord)];
};
