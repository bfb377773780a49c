import { area } from '../area.ts';

const domain = 'plymouth.example';

const threeMember = [
  'Budshead',
  'Compton',
  'Devonport',
  'Efford and Lipson',
  'Eggbuckland',
  'Ham',
  'Honicknowle',
  'Moor View',
  'Peverell',
  'Plympton St Mary',
  'Plymstock Dunstone',
  'Plymstock Radford',
  'Southway',
  'St Budeaux',
  'St Peter and the Waterfront',
  'Stoke',
  'Sutton and Mount Gould',
];

// Plymouth elects 57 members, not 60: these three wards return two each.
const twoMember = ['Drake', 'Plympton Chaddlewood', 'Plympton Erle'];

/** Plymouth's 20 wards, in alphabetical order. */
export const wards = [...threeMember.map((name) => area(domain, name, 3)), ...twoMember.map((name) => area(domain, name, 2))].sort((a, b) =>
  a.name.localeCompare(b.name, 'en-GB'),
);
