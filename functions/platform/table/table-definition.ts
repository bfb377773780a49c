const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const hash = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const });
const range = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' as const });
const index = (IndexName: string, pk: string, sk: string, ...carried: string[]) => ({
  IndexName,
  KeySchema: [hash(pk), range(sk)],
  // A state is written up to five times as often as it is listed, and can be 400 KB: the indexes carry keys, not copies.
  Projection:
    carried.length > 0 ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: carried } : { ProjectionType: 'KEYS_ONLY' as const },
});

/**
 * The one table as CreateTable takes it. `register` holds public items only; `due` finds what needs attention on a
 * day; the next two list proposals, the last two contracts. The stream announces what was stored; `expiresAt` is the time to live.
 */
export const tableDefinition = {
  AttributeDefinitions: [
    'pk',
    'sk',
    'register',
    'registerOrder',
    'dueOn',
    'dueOrder',
    'statusKey',
    'officerKey',
    'updatedAt',
    'contractList',
    'contractOwner',
    'contractOrder',
  ].map(text),
  KeySchema: [hash('pk'), range('sk')],
  GlobalSecondaryIndexes: [
    index('register', 'register', 'registerOrder', 'summary'),
    index('due', 'dueOn', 'dueOrder'),
    index('byStatus', 'statusKey', 'updatedAt'),
    index('byOfficer', 'officerKey', 'updatedAt', 'statusKey'),
    index('contracts', 'contractList', 'contractOrder'),
    index('contractsOf', 'contractOwner', 'contractOrder'),
  ],
  BillingMode: 'PAY_PER_REQUEST' as const,
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const },
};

/** The attribute by which DynamoDB removes answers that no client will ask for again. */
export const timeToLiveAttribute = 'expiresAt';
