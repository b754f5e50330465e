import { wordsFor } from '../../i18n/index.ts';
import { createCompany } from '../../people/company.ts';
import { hashPassword } from '../../people/password.ts';
import type { House } from '../../web/env.ts';

type Language = House['config']['demoLanguage'];

/** What everybody in the demo signs in with. */
const password = 'demo-lines-2026';

/** Fills an empty house with the company to play with. */
export const fillDemo = async ({ db }: House, language: Language): Promise<void> => {
  const { administrators, everyone } = wordsFor(language).signIn.setUp;
  const passwordHash = await hashPassword(password);
  const [name, company] = language === 'ru' ? ['Администратор', 'Демо'] : ['Administrator', 'Demo'];
  const given = { company, name, email: 'admin@demo.test', passwordHash, administrators, everyone, at: Date.now() };
  await db.write((tx) => createCompany(tx, given));
};

/** What the demo prints below its address: who can sign in. */
export const demoGreeting = (_language: Language): readonly string[] => [
  `Sign in with the password ${password} as:`,
  '  admin@demo.test  administrator',
];
