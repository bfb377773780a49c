import type { Council } from '../../functions/council/council.schema.ts';
import { committees, departments, posts } from './directory.ts';
import { divisions } from './divisions.ts';
import { defaultContractSettings } from '../../functions/contract/contract-settings.ts';
import { callInRules, clearanceRoutes, keyRules } from './settings.ts';

/** Kent County Council: its settings and directory from 2012 on. Every address is a made-up one. */
export const kent: Council = {
  id: 'kent',
  name: 'Kent County Council',
  kind: 'county',
  areaWord: 'division',
  colour: '#7b1e3a',
  website: 'https://www.kent.example',
  offices: 'Sessions House, County Hall, Maidstone ME14 1XQ',
  email: { from: 'decisions@kent.example', replyTo: 'democratic.services@kent.example', allMembers: 'all-members@kent.example' },
  documents: {
    howToAsk:
      'Ask Democratic Services for any document named here, in writing or at the offices between 9am and 5pm on a working day. Exempt documents are not given out.',
    email: 'democratic.services@kent.example',
  },
  noticeClearDays: 28,
  consultationClearWorkingDays: 5,
  generalExceptionClearWorkingDays: 5,
  keyRules,
  callInRules,
  clearanceRoutes,
  noticeOn: 'clerk',
  contracts: {
    ...defaultContractSettings,
    reorganisation: {
      on: '2028-04-01',
      words: 'From that day Kent’s functions are to pass to new unitary councils; see that the contract can be passed on.',
    },
  },
  departments,
  posts,
  committees,
  divisions,
};
