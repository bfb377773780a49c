import { deployedContracts } from '../contract/store/contract-deployed.ts';
import { enterContracts } from './enter-contracts.ts';
import { announcedMoment } from '../platform/store/decision-history.ts';
import { deployedLater } from '../platform/deployed-later.ts';
import { eachStored } from '../platform/store/stored-events.ts';
import { watchSplitting } from '../proposal/splitting-watch.ts';
import { supersedeReplaced } from './supersede.ts';

// Most events have nothing follow on a decision but that it is looked at.
const around = { ...deployedContracts(), ...deployedLater() };
const register = enterContracts(around);

/**
 * What else follows of a stored event: proposals are compared with others like them, what a decision replaces is told so, and contracts
 * enter the register. Done again, each adds nothing.
 */
export const handler = eachStored('What follows of an event was not all done', {
  decision: async (id, sequence) => {
    const moment = await announcedMoment(around.store, id, sequence);
    await watchSplitting(around, moment);
    await supersedeReplaced(around, moment);
    await register.decision(moment);
  },
  contract: register.contract,
});
