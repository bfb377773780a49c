const unstated = (): never => {
  throw new Error(
    'Every part of an email states its own type: none is guessed from the name of a file, and no file is named after its type.',
  );
};

/** Refuses to guess the type of a part. The bundles carry this in the place of nodemailer's table of a thousand types of file. */
export const detectMimeType = unstated;

/** Refuses to name a part after its type, likewise. */
export const detectExtension = unstated;
