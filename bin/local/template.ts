import * as z from 'zod/mini';
import { accountId, arnPrefix } from './arn.ts';

const resourceSchema = z.looseObject({ Type: z.string(), Properties: z._default(z.record(z.string(), z.unknown()), {}) });
const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z._default(
    z.record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.optional(z.looseObject({ Name: z.unknown() })) })),
    {},
  ),
});

export interface Resource {
  logicalId: string;
  type: string;
  /** With every intrinsic function resolved to what it stands for on this machine. */
  properties: Record<string, unknown>;
}

const pseudoParameters: Record<string, string> = {
  'AWS::AccountId': accountId,
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-2',
  'AWS::URLSuffix': 'amazonaws.com',
};
const aliasPrefix = `arn:aws:lambda:eu-west-2:${accountId}:function:`;

/** What other templates export, which resources are aliases of functions, and which are called by a name of their own. */
interface Known {
  exported: ReadonlyMap<string, unknown>;
  aliases: ReadonlySet<string>;
  named: ReadonlyMap<string, unknown>;
}

/** The logical id inside what `Ref` or `Fn::GetAtt … Arn` resolved to. */
export function logicalIdOf(reference: string): string {
  return reference.replace(arnPrefix, '').replace(aliasPrefix, '').split(/[.:]/)[0] ?? reference;
}

/** Resolves the templates of an app together, exports of one imported by another; throws on an intrinsic it does not know. */
export function resolveTemplates(templates: readonly unknown[]): Resource[] {
  const parsed = templates.map((template) => templateSchema.parse(template));
  const exported = new Map<string, unknown>();
  for (const { Outputs } of parsed)
    for (const output of Object.values(Outputs)) if (output.Export) exported.set(String(output.Export.Name), output.Value);
  const aliases = new Set(
    parsed.flatMap(({ Resources }) => Object.keys(Resources).filter((id) => Resources[id]?.Type === 'AWS::Lambda::Alias')),
  );
  const named = new Map(
    parsed.flatMap(({ Resources }) =>
      Object.entries(Resources).flatMap(([id, { Properties }]) =>
        'EmailIdentity' in Properties ? [[id, Properties.EmailIdentity] as const] : [],
      ),
    ),
  );
  const resolve = (value: unknown): unknown => resolveValue(value, { exported, aliases, named });
  return parsed.flatMap(({ Resources }) =>
    Object.entries(Resources).map(([logicalId, resource]) => ({
      logicalId,
      type: resource.Type,
      properties: mapValues(resource.Properties, resolve),
    })),
  );
}

function resolveValue(value: unknown, known: Known): unknown {
  const resolve = (inner: unknown) => resolveValue(inner, known);
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== 'object' || value === null) return value;
  const [only, ...others] = Object.entries(value);
  if (only && others.length === 0 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) return intrinsic(only[0], only[1], resolve, known);
  return mapValues(value, resolve);
}

const list = z.array(z.unknown());

function intrinsic(name: string, argument: unknown, resolve: (value: unknown) => unknown, known: Known): unknown {
  switch (name) {
    case 'Ref':
      return reference(String(argument), known);
    case 'Fn::GetAtt':
      return attribute(list.parse(argument).map(String));
    case 'Fn::Join': {
      const [separator, parts] = list.parse(argument);
      return list.parse(resolve(parts)).map(String).join(String(separator));
    }
    case 'Fn::Sub':
      return substitute(resolve(argument), known);
    case 'Fn::Select': {
      const [index, from] = list.parse(argument);
      return list.parse(resolve(from))[Number(index)];
    }
    case 'Fn::Split': {
      const [separator, text] = list.parse(argument);
      return String(resolve(text)).split(String(separator));
    }
    case 'Fn::ImportValue':
      return resolve(imported(String(resolve(argument)), known));
    default:
      throw new Error(`The template uses ${name}, which this machine cannot resolve.`);
  }
}

function reference(name: string, { aliases, named }: Known): string {
  // The one reference that is an ARN already, and that templates take apart.
  return aliases.has(name) ? `${aliasPrefix}${name}` : (pseudoParameters[name] ?? String(named.get(name) ?? name));
}

function attribute([logicalId = '', name = '']: string[]): string {
  return name === 'Arn' ? `${arnPrefix}${logicalId}` : `${logicalId}.${name}`;
}

function substitute(argument: unknown, known: Known): string {
  const [text, given] = Array.isArray(argument)
    ? [String(argument[0]), z.record(z.string(), z.unknown()).parse(argument[1])]
    : [String(argument), {}];
  return text.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
    if (name in given) return String(given[name]);
    return name.includes('.') && !name.startsWith('AWS::') ? attribute(name.split('.')) : reference(name, known);
  });
}

function imported(name: string, known: Known): unknown {
  if (!known.exported.has(name)) throw new Error(`No stack exports ${name}.`);
  return known.exported.get(name);
}

function mapValues(value: object, change: (inner: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
