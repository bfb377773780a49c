/** Makes something of an object the first time it is asked for, and hands out the same from then on; forgotten with the object. */
export const onceEach = <K extends object, T>(make: (of: K) => T): ((of: K) => T) => {
  const made = new WeakMap<K, { it: T }>();
  return (of) => {
    const { it } = made.get(of) ?? { it: make(of) };
    made.set(of, { it });
    return it;
  };
};
