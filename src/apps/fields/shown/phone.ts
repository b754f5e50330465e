/** What a phone consists of, without what people put between the digits. */
export const phoneParts = (phone: string): { plus: boolean; digits: string; extension: string } => {
  const [number = '', ...rest] = phone.normalize('NFKC').split(beforeExtension);
  return {
    plus: number.trim().startsWith('+'),
    digits: number.replace(/\D/g, ''),
    extension: rest.join('').replace(/\D/g, ''),
  };
};

const beforeExtension = /[,;#]|ext\.?|доб\.?|x/iu;
