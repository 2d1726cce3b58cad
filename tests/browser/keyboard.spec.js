// A day at the desk without a mouse: signing in, finding a task, filling and sending its form, signing
// a sheet. Wherever the tab key leads one sees where one is.
import { act, paper } from './desk.js';
import { expect, people, test } from './house.js';

/** What has the focus: whether somebody sees it, and what it is. */
const focused = (page) => page.evaluate(() => {
    const it = document.activeElement;
    if (!it || it === document.body)
        return null;
    // the button of a file input is its label
    const shown = it.type === 'file' ? it.closest('.file') ?? it : it;
    const marked = [shown, ...shown.querySelectorAll('.file-button')].some((one) => {
        const style = getComputedStyle(one);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ||
            style.boxShadow !== 'none';
    });
    const box = shown.getBoundingClientRect();
    const inView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 &&
        box.top < innerHeight && box.left < innerWidth;
    const at = document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
        Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1));
    const covered = at && !shown.contains(at) && !at.contains(shown) &&
        getComputedStyle(at).position === 'sticky';
    return { what: it.outerHTML.slice(0, 160), seen: marked && inView && !covered };
});

/** Goes on with the tab key to an element; each stop on the way is seen. */
async function tabTo(page, wanted) {
    await expect(wanted, 'what the tab key is to reach').toHaveCount(1);
    for (let i = 0; i < 600; ++i) {
        if (await wanted.evaluate((e) => e === document.activeElement))
            return;
        await page.keyboard.press('Tab');
        const now = await focused(page);
        expect(now === null || now.seen, `the focus is seen: ${now?.what}`).toBe(true);
    }
    throw new Error('the tab key does not get there');
}

async function press(page, wanted, key = 'Enter') {
    await tabTo(page, wanted);
    const arrived = page.waitForEvent('load');
    await page.keyboard.press(key);
    await arrived;
}

async function write(page, input, words) {
    await tabTo(page, input);
    await page.keyboard.type(words);
}

async function choose(page, select, value) {
    await tabTo(page, select);
    for (let i = 0; i < 80 && await select.inputValue() !== value; ++i)
        await page.keyboard.press('ArrowDown');
    await expect(select).toHaveValue(value);
}

/** The form of an act; where it is folded away, its heading is opened first. */
async function unfoldByKeys(page, form) {
    const folded = form.locator('xpath=ancestor::details');
    for (const one of await folded.all())
        if (!await one.evaluate((e) => e.open)) {
            await tabTo(page, one.locator('> summary'));
            await page.keyboard.press('Enter');
        }
}

async function signInByKeys(page, context, login) {
    const who = people().find((one) => one.login === login);
    await context.clearCookies();
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await write(page, page.locator('input[name=login]'), who.login);
    await write(page, page.locator('input[type=password]'), who.password);
    const arrived = page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.keyboard.press('Enter');
    await arrived;
}

test('a task is done and a sheet is signed with the keyboard alone', async ({ page, context, signIn }, info) => {
    test.setTimeout(180_000);
    const title = `河道采砂规划（键盘测试${info.project.name}）`;
    const subject = `采砂规划立项材料${info.project.name}`;
    await signIn('sponsor');
    await page.goto('/cases/new');
    await act(page, 'intake.proposed', {
        title, matter: 'plan', proposer: 'department', proposer_name: '区水务局', in_writing: true,
        main_problem: '采砂无序。', reasons: '列入年度工作。',
        legal_basis: '《重大行政决策程序暂行条例》第三条。',
        necessity_and_feasibility: '经费有保障。', main_measures: '划定可采区。',
        documents: [paper('建议书', '建议纳入重大行政决策程序。')],
    });
    const home = new URL(page.url()).pathname;
    await act(page, 'circulation.opened', {
        subject, prepares: 'draft_version', rule_of_signing: 'everybody',
        signers: [{ turn: '1', seat: 'legal_officer', unit: 'water' }], message: '请审核。',
    });

    // the first stop of a page leads past its head
    await signInByKeys(page, context, 'office');
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    await press(page, page.getByRole('row', { name: title }).getByRole('link').first());
    await expect(page).toHaveURL(new RegExp(home));
    const form = page.locator('form.act', {
        has: page.locator('input[name=kind][value="intake.study_assigned"]') });
    await unfoldByKeys(page, form);
    await choose(page, form.locator('select[name="f.to_unit"]'), 'water');
    await write(page, form.locator('[name="f.instruction"]'), '请研究提出意见。');
    await press(page, form.locator('button.primary'));
    await expect(page.locator('.note.good[role=status]')).toBeVisible();

    await signInByKeys(page, context, 'legal_water');
    await press(page, page.getByRole('row', { name: title }).getByRole('link').first());
    if (!page.url().includes('/sheets'))
        await page.goto(`${home}/sheets`);
    const sheet = page.locator('.sheet', { hasText: subject });
    await press(page, sheet.getByRole('button', { name: '同意', exact: true }));
    await expect(page.locator('.note.good[role=status]')).toContainText('签署意见');
});
