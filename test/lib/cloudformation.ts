import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource, ResourceProperties, SpecDatabase } from '@aws-cdk/service-spec-types';

/** A template as CloudFormation is handed it. */
export interface CloudFormation {
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  Parameters?: Record<string, unknown>;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

// What AWS puts in when it deploys: its type is known to nobody before.
const isIntrinsic = (value: unknown): boolean => {
  const [only, ...others] = isObject(value) ? Object.keys(value) : [];
  return others.length === 0 && only !== undefined && (only === 'Ref' || only.startsWith('Fn::'));
};

const plain: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => /^-?\d+$/.test(String(value)),
  number: (value) => /^-?\d+(\.\d+)?$/.test(String(value)),
};

const faultsOfValue = (registry: SpecDatabase, path: string, value: unknown, type: PropertyType): string[] => {
  const isPlain = plain[type.type];
  if (isIntrinsic(value)) return [];
  if (isPlain) return isPlain(value) ? [] : [`${path} is no ${type.type}: ${JSON.stringify(value)}`];
  switch (type.type) {
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((each) => faultsOfValue(registry, `${path}[]`, each, type.element))
        : [`${path} is no list`];
    case 'map':
      return isObject(value)
        ? Object.values(value).flatMap((each) => faultsOfValue(registry, `${path}.*`, each, type.element))
        : [`${path} is no map`];
    case 'ref':
      return faultsOfObject(registry, path, value, registry.get('typeDefinition', type.reference.$ref).properties);
    default:
      // JSON, tags and choices of types are for the service itself to judge.
      return [];
  }
};

const faultsOfObject = (registry: SpecDatabase, path: string, value: unknown, properties: ResourceProperties): string[] => {
  if (!isObject(value)) return [`${path} is no object`];
  const lacking = Object.entries(properties)
    .filter(([name, { required }]) => required && !(name in value))
    .map(([name]) => `${path} lacks ${name}`);
  const stated = Object.entries(value).flatMap(([name, part]) => {
    const property = properties[name];
    return property ? faultsOfValue(registry, `${path}.${name}`, part, property.type) : [`${path} has no ${name}`];
  });
  return [...stated, ...lacking];
};

const within = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(within);
  return isObject(value) ? [value, ...Object.values(value).flatMap(within)] : [];
};

const faultOfAttribute = (
  { Resources }: CloudFormation,
  known: (type: string) => Resource | undefined,
  [id = '', attribute = '']: string[],
): string[] => {
  const type = Resources[id]?.Type ?? '';
  const resource = known(type);
  if (!resource) return [`${id} is asked for an attribute and not there`];
  return attribute in resource.attributes || attribute in resource.properties ? [] : [`${type} has no attribute ${attribute}`];
};

const faultsOfReferences = (template: CloudFormation, known: (type: string) => Resource | undefined): string[] => {
  const isThere = (id: unknown): boolean =>
    String(id).startsWith('AWS::') || String(id) in template.Resources || String(id) in (template.Parameters ?? {});
  return within(template).flatMap(({ Ref, DependsOn, 'Fn::GetAtt': attribute }) => [
    ...[Ref ?? [], DependsOn ?? []]
      .flat()
      .filter((id) => !isThere(id))
      .map((id) => `${String(id)} is referred to and not there`),
    ...(attribute === undefined
      ? []
      : faultOfAttribute(
          template,
          known,
          [attribute].flat().flatMap((part) => String(part).split('.')),
        )),
  ]);
};

const loading = loadAwsServiceSpec();

/**
 * Everything in a template that CloudFormation's registry of resources does not know, or asks for and does not find, by the registry's own
 * copy in a package.
 */
export const cloudFormationFaults = async (template: CloudFormation): Promise<string[]> => {
  const registry = await loading;
  const known = (type: string) => registry.lookup('resource', 'cloudFormationType', 'equals', type).at(0);
  const ofResources = Object.values(template.Resources).flatMap(({ Type, Properties = {} }) => {
    const resource = known(Type);
    return resource ? faultsOfObject(registry, Type, Properties, resource.properties) : [`There is no ${Type}`];
  });
  return [...new Set([...ofResources, ...faultsOfReferences(template, known)])];
};
