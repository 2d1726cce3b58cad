// Drafts compared, papers printed, files taken in: what people see of documents.
import { fill, offered, send } from './desk.js';
import { expect, test } from './house.js';

/** The first case of the sample whose view says so. */
async function caseWhere(page, holds) {
    for (let id = 1; id <= 60; ++id) {
        const answer = await page.request.get(`/cases/${id}`, { headers: { Accept: 'application/json' } });
        if (answer.ok() && holds(await answer.json()))
            return `/cases/${id}`;
    }
    throw new Error('no such case in the sample');
}

test('a reader sees what changed in the draft since an opinion', async ({ page, signIn, look }) => {
    await signIn('reviewer');
    const home = await caseWhere(page, (view) => view.drafts.opinions.some((one) => one.since.changed));
    await page.goto(home);
    const section = page.locator('#drafts');
    await expect(section.locator('.changed-mark').first()).toBeVisible();
    await section.scrollIntoViewIfNeeded();
    await look('case-drafts');
    await section.locator('tr', { has: page.locator('.changed-mark') }).getByRole('link').last().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('草案比较');
    await expect(page.locator('.comparison :is(ins, del)').first()).toBeVisible();
    // Not by colour alone: strokes, signs and words.
    expect(await page.locator('ins').first().evaluate((e) => getComputedStyle(e).textDecorationLine)).toBe('underline');
    await expect(page.locator('.sign-words').first()).toHaveText(/新增|删除|修改|未改/);
    await look('drafts');
    await page.getByRole('link', { name: '显示全文' }).click();
    await look('drafts-all');
    await page.getByLabel('从', { exact: true }).selectOption({ index: 0 });
    await page.getByRole('button', { name: '比较' }).click();
    await expect(page).toHaveURL(/from=\d+&to=\d+/);
});

test('papers are printed from the acts on file', async ({ page, signIn, look }) => {
    await signIn('reviewer');
    const home = await caseWhere(page, (view) => view.papers.some((one) => one.name === 'legality_opinion')
        && view.papers.some((one) => one.name === 'approval_form'));
    await page.goto(home);
    const papers = page.locator('.papers');
    await expect(papers.getByRole('link', { name: '合法性审查意见书' })).toBeVisible();
    for (const link of await papers.getByRole('link').all()) {
        const answer = await page.request.get(await link.getAttribute('href'));
        expect(answer.headers()['content-type']).toBe('application/pdf');
        expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    }
    await look('case-papers');
});

test('a file is sent ahead, goes on after a lost connection, and is shown', async ({ page, signIn, look }, info) => {
    await signIn('reviewer');
    const home = await caseWhere(page, (view) => view.papers.some((one) => one.name === 'legality_opinion'));
    const printed = await (await page.request.get(`${home}/papers/legality_opinion.pdf`)).body();

    await signIn('sponsor');
    await page.goto('/cases/new');
    const form = await offered(page, 'intake.proposed');
    const input = form.locator('input[type=file]').first();
    await expect(form.locator('.file-button').first()).toBeVisible();

    // A program is refused by name, and says so at the field.
    await input.setInputFiles({ name: '方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from('#!/bin/sh\necho\n') });
    await expect(form.locator('.error')).toContainText('“方案.pdf”的内容是程序或者网页');
    await look('upload-refused');

    // The form stays until the person says what becomes of the file.
    await form.evaluate((e) => { e.noValidate = true; });
    await form.locator('button.primary').click();
    await expect(form.locator('.held-back')).toContainText('表单没有提交');
    await expect(input).toBeFocused();
    await look('upload-held-back');
    await form.getByRole('button', { name: '不要这个文件' }).click();
    await expect(form.locator('.held-back')).toHaveCount(0);
    await expect(form.locator('.error')).toHaveCount(0);
    await expect(page).toHaveURL(/\/cases\/new$/);

    // The line breaks once in the middle of four megabytes.
    let broken = 0;
    await page.route('**/uploads/*', async (route) => {
        if (route.request().method() === 'PATCH' && route.request().headers()['upload-offset'] === '2097152' && broken++ === 0)
            return route.abort('connectionreset');
        return route.continue();
    });
    const text = '第一条 为了规范有关工作，制定本办法。\n'.repeat(80_000);
    await input.setInputFiles({ name: `长稿${info.project.name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(form.locator('.sending')).toContainText('连接中断');
    await look('upload-waiting');
    await expect(form.locator('.kept-file')).toContainText('已上传', { timeout: 30_000 });
    expect(broken).toBeGreaterThan(0);
    await look('upload-done');
    await page.unroute('**/uploads/*');

    // A form that is sent while a file is under way waits for it.
    await fill(form, { title: `上传测试（${info.project.name}）`, matter: 'plan', proposer: 'department',
        proposer_name: '区水务局', in_writing: true, main_problem: '问题', reasons: '理由', legal_basis: '依据',
        necessity_and_feasibility: '必要', main_measures: '措施' });
    await input.setInputFiles({ name: `意见书${info.project.name}.pdf`, mimeType: 'application/pdf', buffer: printed });
    await send(form);
    const back = page.locator('main .card.narrow a.button.primary');
    await expect(page).toHaveURL(/\/cases\/\d+|\/cases$/);
    if (await back.count() > 0)
        await back.click();
    await page.getByRole('link', { name: /^预览/ }).first().click();
    await expect(page.locator('img.preview').first()).toHaveJSProperty('complete', true);
    expect(await page.locator('img.preview').first().evaluate((e) => e.naturalWidth)).toBe(1000);
    await look('document');
});

test('files go with the form where there is no script', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    const { people, fillSignIn } = await import('./house.js');
    const person = people().find((one) => one.login === 'sponsor');
    await page.goto('/sign-in');
    await fillSignIn(page, person.login, person.password);
    await page.goto('/cases/new');
    const form = page.locator('form.act');
    await expect(form.locator('.file-button').first()).toBeHidden();
    await form.locator('input[type=file]').first().setInputFiles({ name: '坏.txt', mimeType: 'text/plain', buffer: Buffer.from('MZ\x90\0\0\0') });
    await form.locator('[name="f.title"]').fill('没有脚本');
    await form.evaluate((e) => { e.noValidate = true; });
    await send(form);
    await expect(page.locator('main .alert')).toContainText('坏.txt');
    await expect(page.locator('[name="f.title"]')).toHaveValue('没有脚本');
    await context.close();
});
