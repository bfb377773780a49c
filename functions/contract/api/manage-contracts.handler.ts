import { byRoute } from '../../platform/http/http.ts';
import { deployedReading } from '../../platform/deployed-reading.ts';
import { deployedContracts } from '../store/contract-deployed.ts';
import { contractCommands } from './managing.ts';

/** Enters, changes, extends and ends contracts, and answers their alerts. */
export const handler = byRoute(contractCommands({ ...deployedContracts(), ...deployedReading() }));
