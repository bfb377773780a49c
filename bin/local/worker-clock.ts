/**
 * Puts a clock behind `Date` for everything imported afterwards, so that no handler has code of its own for one machine.
 * Only "now" changes: a date made from arguments stays as it is.
 */
export function replaceDate(scope: { Date: DateConstructor }, offset: () => number): void {
  const Machine = scope.Date;
  const machineNow = Machine.now.bind(Machine);
  const now = () => machineNow() + offset();
  const Shifted = new Proxy(Machine, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new Machine(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
  Machine.prototype.constructor = Shifted;
  scope.Date = Shifted;
}
