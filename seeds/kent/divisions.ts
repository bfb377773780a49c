import { area } from '../area.ts';

const domain = 'kent.example';

// The divisions of the Kent (Electoral Changes) Order 2016 (SI 2016/658): 72 of them, 81 members, elected in 2017 and
// 2021. The county was drawn again for May 2025; this set stands because most of the decisions held here fall within
// it. The first decisions taken under the 2025 divisions need the new set.
const oneMember = [
  'Ashford Central', 'Ashford East', 'Ashford Rural East', 'Ashford Rural South', 'Ashford Rural West', 'Ashford South', 'Tenterden',
  'Canterbury City North', 'Canterbury City South', 'Canterbury North', 'Canterbury South', 'Herne Bay East', 'Herne Village & Sturry',
  'Whitstable East & Herne Bay West', 'Whitstable West',
  'Dartford East', 'Dartford North East', 'Dartford Rural', 'Dartford West', 'Swanscombe & Greenhithe', 'Wilmington',
  'Dover North', 'Dover West', 'Sandwich',
  'Cheriton, Sandgate & Hythe East', 'Elham Valley', 'Folkestone East', 'Folkestone West', 'Hythe West', 'Romney Marsh',
  'Gravesham Rural',
  'Maidstone North East', 'Maidstone Rural East', 'Maidstone Rural North', 'Maidstone Rural South', 'Maidstone Rural West', 'Maidstone South',
  'Maidstone South East',
  'Sevenoaks North & Darent Valley', 'Sevenoaks Rural North East', 'Sevenoaks Rural South', 'Sevenoaks Town', 'Sevenoaks West', 'Swanley',
  'Faversham', 'Sittingbourne North', 'Sittingbourne South', 'Swale East', 'Swale West',
  'Broadstairs', 'Cliftonville', 'Margate',
  'Malling Central', 'Malling North', 'Malling North East', 'Malling Rural East', 'Malling West',
  'Cranbrook', 'Tunbridge Wells East', 'Tunbridge Wells North', 'Tunbridge Wells Rural', 'Tunbridge Wells South', 'Tunbridge Wells West',
];

const twoMember = [
  'Birchington & Rural', 'Deal & Walmer', 'Dover Town', 'Gravesend East', 'Maidstone Central', 'Northfleet & Gravesend West', 'Ramsgate', 'Sheppey', 'Tonbridge',
];

/** Kent's 72 electoral divisions from May 2017 to May 2025, in alphabetical order. */
export const divisions = [...oneMember.map((name) => area(domain, name, 1)), ...twoMember.map((name) => area(domain, name, 2))].sort((a, b) =>
  a.name.localeCompare(b.name, 'en-GB'),
);
