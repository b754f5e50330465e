import { lineNames, password } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { castOf, mainPath } from '../support/main-path.ts';
import { screenOf } from '../support/screen.ts';

test('the main path in Russian', async ({ house }) => {
  const cast = await castOf(async (who) => {
    const page = await house.open(who);
    await page.goto('/me');
    await page.getByLabel('Language').selectOption('Русский');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Сохранить', exact: true })).toBeVisible();
    return screenOf(page, 'ru');
  });
  await mainPath(house, cast);
});

test('before anybody signs in the browser says the language, and so it stays for who never chose one', async ({
  house,
}) => {
  const page = await house.open(null, { locale: 'ru-RU' });
  await page.goto('/lines');
  await expect(page).toHaveTitle('Вход · Lines');
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Почта', exact: true }).fill(house.people.anna.email);
  await page.getByLabel('Пароль', { exact: true }).fill('неверный пароль');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  house.expectComplaint(page, /status of 422/);
  await expect(page.getByRole('alert')).toContainText('Почта или пароль не подходят.');
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ждут вас' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
});

test('numbers bend the words: one, a few, many', async ({ house }) => {
  const pavel = screenOf(await house.open('pavel', { locale: 'ru-RU', javaScriptEnabled: false }), 'ru');
  const anna = screenOf(await house.open('anna', { locale: 'ru-RU', javaScriptEnabled: false }), 'ru');
  const client = house.people.pavel.name;
  const seen = async (count: number, words: string): Promise<void> => {
    await anna.page.goto('/lines');
    await expect(anna.row(`${client}, ${count} ${words}`)).toBeVisible();
  };
  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Здравствуйте');
  await anna.page.goto('/lines');
  await expect(anna.button('Взять следующую сессию, 1 ждёт')).toBeVisible();
  await pavel.page.goto(`/messages/${house.lines.hides}`);
  await pavel.write('Сколько у меня отпуска?');
  await anna.page.goto('/lines');
  await anna.button('Взять следующую сессию, 2 ждут').click();
  await expect(anna.said('Здравствуйте')).toBeVisible();
  await anna.write('Слушаю вас');

  await pavel.page.goto(`/messages/${house.lines.shows}`);
  await pavel.write('Раз');
  await seen(1, 'непрочитанное');
  await pavel.write('Два');
  await seen(2, 'непрочитанных');
  for (const text of ['Три', 'Четыре', 'Пять']) await pavel.write(text);
  await seen(5, 'непрочитанных');

  await anna.row(`${client}, 5 непрочитанных`).click();
  await expect(anna.page.getByText('1 сессия', { exact: true })).toBeVisible();
  await anna.write('Отвечаю');
  await anna.write('По порядку');
  await pavel.page.goto('/messages');
  await expect(pavel.conversation(`${lineNames.shows}, 2 непрочитанных`)).toBeVisible();
});
