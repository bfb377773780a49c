import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { councilStore } from '../platform/store/council-store.ts';
import { readEnv } from '../platform/env.ts';
import { orFault } from '../platform/http/or-fault.ts';
import { documentClient } from '../platform/table/table.ts';
import { publicRequestOf, sent } from '../register/public-answer.ts';
import { proofStore } from './proof-store.ts';
import { type Proving, proving } from './proving.ts';

/** Answers whoever wants to check what was published: a decision's proof, a day's head, and the page that checks a record. */
export const readProof = (around: Proving) => {
  const answer = proving(around);
  return (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    orFault(event, around.origin, 'A proof was not given', async () => sent(publicRequestOf(event), await answer(event)));
};

const { TABLE_NAME, PUBLIC_URL } = readEnv('TABLE_NAME', 'PUBLIC_URL');
const table = { client: documentClient(), tableName: TABLE_NAME };

export const handler = readProof({ store: proofStore(table), loadCouncil: councilStore(table).loadCouncil, origin: PUBLIC_URL });
