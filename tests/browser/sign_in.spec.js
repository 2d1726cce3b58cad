import { expect, fillSignIn, people, test } from './house.js';
import { press } from './desk.js';

test('a stranger is asked to sign in', async ({ page, look }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
    await expect(page.locator('input[type=password]')).toBeVisible();
    await look('sign-in');
});

test('a wrong password is answered in words and nobody is signed in', async ({ page, look }) => {
    await page.goto('/sign-in');
    await fillSignIn(page, people()[0].login, 'not the password');
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.locator('[role=alert]')).toBeVisible();
    // what the person typed is never lost, the password excepted
    await expect(page.locator('input[name=login]')).toHaveValue(people()[0].login);
    await expect(page.locator('input[type=password]')).toHaveValue('');
    await look('sign-in-refused');
});

test('a person of the demo signs in and out', async ({ page, signIn, look }) => {
    await signIn(people()[0].login);
    await expect(page.locator('h1')).toBeVisible();
    await look('signed-in');

    await press(page.locator('form[action="/sign-out"] button').first());
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
});

test('the sign-in page speaks English too', async ({ page, look }) => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
    await look('sign-in-english');
});

test('it works without scripts', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await fillSignIn(page, people()[0].login, people()[0].password);
    await expect(page).not.toHaveURL(/sign-in/);
    await context.close();
});
