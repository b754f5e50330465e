/** Why a file was not taken. `limit`: megabytes for `too-large`, files for `too-many`. */
type Refused = { name: string; problem: 'empty' | 'too-large' | 'too-many' | 'disk-full'; limit: number };

export const files = {
  refused: ({ name, problem, limit }: Refused): string => {
    switch (problem) {
      case 'empty':
        return `“${name}” is empty. Nothing was sent.`;
      case 'too-large':
        return `“${name}” is larger than ${limit} MB. Nothing was sent.`;
      case 'too-many':
        return `No more than ${limit} files can go at once. Nothing was sent.`;
      case 'disk-full':
        return `The server has no room left for “${name}”. Nothing was sent; please tell an administrator.`;
    }
  },
};
