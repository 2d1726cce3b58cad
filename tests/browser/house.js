// What every spec needs: the address, the people of the demo, signing in, pictures, and axe.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The people in the demo's sign-in.txt: one a line, "login TAB password TAB role TAB ...";
 * lines that begin with # are for people to read.
 */
export function people() {
    const text = readFileSync(path.join(process.env.JUECE_DATA, 'sign-in.txt'), 'utf8');
    return text.split('\n')
        .filter((line) => line.trim() && !line.startsWith('#'))
        .map((line) => line.split('\t').map((cell) => cell.trim()))
        .filter((cells) => cells.length >= 3)
        .map(([login, password, role, ...rest]) => ({ login, password, role, rest }));
}

export const test = base.extend({
    baseURL: async ({}, use) => use(process.env.JUECE_URL),

    /** signIn('login') or signIn({role: 'reviewer'}): fills the page's own form, as a person does. */
    signIn: async ({ page, context }, use) => {
        await use(async (who) => {
            const person = people().find((one) =>
                typeof who === 'string' ? one.login === who : one.role === who.role);
            if (!person)
                throw new Error(`nobody in sign-in.txt is ${JSON.stringify(who)}`);
            await context.clearCookies();
            await page.goto('/sign-in');
            await fillSignIn(page, person.login, person.password);
            await expect(page).not.toHaveURL(/sign-in/);
            return person;
        });
    },

    /** look('name'): a picture of the whole page, no sideways scrolling, and axe finds nothing. */
    look: async ({ page }, use, info) => {
        await use(async (name) => {
            await picture(page, info.project.name, name);
            await checkWidth(page);
            await checkAxe(page);
        });
    },
});

export { expect };

export async function fillSignIn(page, login, password) {
    const form = page.locator('form', { has: page.locator('input[type=password]') });
    await form.locator('input[name=login]').fill(login);
    await form.locator('input[type=password]').fill(password);
    await form.locator('button[type=submit], button:not([type])').first().click();
}

export async function picture(page, width, name) {
    await page.screenshot({
        path: path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
            'results', `${name}-${width}.png`),
        fullPage: true,
    });
}

export async function checkWidth(page) {
    const [content, window] = await page.evaluate(
        () => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect(content, 'the page scrolls sideways').toBeLessThanOrEqual(window);
}

/** WCAG 2.1 A and AA; every violation is shown with the elements that have it. */
export async function checkAxe(page) {
    const { violations } = await new AxeBuilder({ page })
        .setLegacyMode() // no frames here; the other mode opens a page of its own each time
        .options({ resultTypes: ['violations'] })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
    expect(violations.map((rule) => ({
        rule: rule.id,
        help: rule.help,
        at: rule.nodes.map((node) => node.html),
    }))).toEqual([]);
}
