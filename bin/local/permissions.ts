/** One statement of a role, of the kinds that our roles have. */
export interface Statement {
  Action: string[];
  Resource: string[];
  Condition?:
    | { StringEquals?: Record<string, string[]> | undefined; 'ForAllValues:StringLike'?: Record<string, string[]> | undefined }
    | undefined;
}

/** One thing asked of AWS: the action, everything it is done to, and what a condition may ask about it. */
export interface AwsCall {
  action: string;
  resources: string[];
  facts: Record<string, string[]>;
}

const wildcards: Record<string, string> = { '*': '.*', '?': '.' };

const like = (pattern: string, value: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\*]/g, (sign) => wildcards[sign] ?? `\\${sign}`)}$`, 's').test(value);

// As IAM has it: equal to nothing where the fact is missing, and all of nothing where there is no value to hold against the list.
const holds = ({ Condition }: Statement, { facts }: AwsCall): boolean =>
  Object.entries(Condition?.StringEquals ?? {}).every(
    ([fact, values]) => facts[fact]?.length === 1 && values.includes(facts[fact][0] ?? ''),
  ) &&
  Object.entries(Condition?.['ForAllValues:StringLike'] ?? {}).every(([fact, patterns]) =>
    (facts[fact] ?? []).every((value) => patterns.some((pattern) => like(pattern, value))),
  );

/** Whether a role with these statements may do this: each resource must be allowed by one of them. */
export function mayCall(statements: readonly Statement[], call: AwsCall): boolean {
  const allows = (resource: string) => (statement: Statement) =>
    statement.Action.includes(call.action) && statement.Resource.some((pattern) => like(pattern, resource)) && holds(statement, call);
  return call.resources.every((resource) => statements.some(allows(resource)));
}
