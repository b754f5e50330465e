/**
 * Which of the two databases this process speaks to. It has to be known while `schema.ts` is being evaluated, before any
 * setting is validated, so it alone (beside `config.ts`) looks at the environment.
 */
export const dialect: 'sqlite' | 'pg' = /^postgres(ql)?:/.test(process.env['DATABASE_URL'] ?? '') ? 'pg' : 'sqlite';
