// People at their desks: lists with time lights, filters and exports; drafts; search; the leader's
// page.
import { act, fill, offered, paper, press, send, unfold } from './desk.js';
import { expect, fillSignIn, people, test } from './house.js';

const tabs = (page) => page.locator('nav.tabs');
const rows = (page) => page.locator('main table tbody tr');
const tab_count = async (page, words) =>
    (await tabs(page).getByRole('link', { name: words }).locator('.count').innerText()).trim();

const unfolded = (page, words) =>
    unfold(page.locator('details', { has: page.locator('summary', { hasText: words }) }).first());

/** All rows of the list, page after page. */
async function all_rows(page) {
    const found = [];
    for (;;) {
        for (const row of await rows(page).all())
            found.push(await row.locator('td').first().innerText());
        const next = page.getByRole('link', { name: '下一页' });
        if (await next.count() === 0)
            return found;
        await next.click();
    }
}

test('a list is cards where its letters are too large for its width', async ({ page, signIn, look }) => {
    await signIn('sponsor');
    await page.goto('/looks?size=30&back=/');
    const list = page.locator('table.box');
    await expect(list).toHaveCSS('display', 'block');
    await look('desk-large');
    await page.goto('/looks?size=16&back=/');
    await expect(list).toHaveCSS('display', page.viewportSize().width > 1000 ? 'table' : 'block');
});

test('the head of a page leaves the room to what is done there', async ({ page, signIn }) => {
    await signIn('office');
    for (const language of ['en', 'zh']) {
        await page.goto(`/looks?language=${language}&back=/`);
        if (page.viewportSize().width >= 1280)
            for (const bar of await page.locator('header .bar').all())
                expect((await bar.boundingBox()).height, `one line in ${language}`).toBeLessThan(60);
        else if (page.viewportSize().width < 640)
            expect((await rows(page).first().boundingBox()).y, `the first task in ${language}`).toBeLessThan(400);
    }
});

test('a list is filtered, ordered, exported and arranged', async ({ page, signIn, look }, info) => {
    await signIn('sponsor');
    await expect(tabs(page)).toContainText('待办');
    await look('desk-waiting');

    // what the tab counts is what the list has that can be done now
    const listed = await all_rows(page);
    await page.goto('/?ready=1');
    const ready = await all_rows(page);
    expect(await tab_count(page, '待办')).toBe(String(ready.length));

    // the export is the list: byte order mark, headings, every row
    await page.goto('/');
    const csv = await page.request.get(await page.getByRole('link', { name: 'CSV' }).getAttribute('href'));
    const text = await csv.text();
    expect(text.startsWith('\uFEFF编号,事项,')).toBe(true);
    const numbers = (csv_text) => csv_text.trim().split('\r\n').slice(1).map((line) => line.split(',')[0]);
    expect(numbers(text)).toEqual(listed);
    const xlsx = await page.request.get(await page.getByRole('link', { name: 'XLSX' }).getAttribute('href'));
    expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
    expect(xlsx.headers()['content-disposition']).toContain('.xlsx');

    // a filter narrows list, address and export alike
    const filter = await unfolded(page, '筛选');
    await filter.getByLabel('名称或编号').fill(listed[0]);
    await filter.getByRole('button', { name: '筛选', exact: true }).click();
    await expect(page).toHaveURL(/words=/);
    expect(new Set(await all_rows(page))).toEqual(new Set([listed[0]]));
    await look('desk-filtered');
    const narrowed = await (await page.request.get(
        await page.getByRole('link', { name: 'CSV' }).getAttribute('href'))).text();
    expect(new Set(numbers(narrowed))).toEqual(new Set([listed[0]]));

    // the filter is kept under a name and forgotten again
    const view = `我的视图${info.project.name}`;
    const save = await unfolded(page, '保存为视图');
    await save.getByLabel('视图名称').fill(view);
    await press(save.getByRole('button', { name: '保存' }));
    await page.goto('/');
    await page.locator('.views').getByRole('link', { name: view }).click();
    await expect(page).toHaveURL(/words=/);
    await page.locator('.views').getByRole('button', { name: new RegExp(view) }).click();
    await expect(page.locator('.views').getByRole('link', { name: view })).toHaveCount(0);

    // columns are chosen and restored
    let columns = await unfolded(page, '选择栏目');
    await columns.getByLabel('类别').setChecked(false);
    await columns.getByLabel('承办单位').setChecked(true);
    await columns.getByRole('button', { name: '保存' }).click();
    await expect(page.locator('thead')).toContainText('承办单位');
    await expect(page.locator('thead')).not.toContainText('类别');
    columns = await unfolded(page, '选择栏目');
    await columns.getByRole('button', { name: '恢复默认' }).click();
    await expect(page.locator('thead')).toContainText('类别');

    // what is no filter is answered, nothing breaks
    expect((await page.request.get('/?light=blue')).status()).toBe(400);
    expect((await page.request.get('/?from=2024-13-01')).status()).toBe(400);
    expect((await page.request.get('/?after=x')).status()).toBe(400);
    expect((await page.request.get('/boxes/none')).status()).toBe(404);
});

test('done, opened and overseen are boxes beside it', async ({ page, signIn, look }) => {
    await signIn('head_water');
    for (const [box, name] of [['已办', 'done'], ['我发起的', 'opened'], ['督办', 'overseen']]) {
        await tabs(page).getByRole('link', { name: box }).click();
        await expect(tabs(page).getByRole('link', { name: box })).toHaveAttribute('aria-current', 'page');
        await look(`desk-${name}`);
    }
    await signIn('office');
    await page.goto('/boxes/overseen?light=any');
    await expect(rows(page)).not.toHaveCount(0);
    await look('desk-overseen-office');
    // a light leads to the reckoning day by day
    await rows(page).locator('a:has(.light)').first().click();
    await expect(page).toHaveURL(/\/limits\//);
    await signIn('sponsor'); // a clerk answers for nobody
    await expect(tabs(page).getByRole('link', { name: '督办' })).toHaveCount(0);
});

test('what is typed is kept, restored, listed, and gone with the act', async ({ page, context, signIn, look }, info) => {
    const title = `草稿测试方案${info.project.name}`;
    await signIn('clerk_transport');
    await page.goto('/cases/new');
    const title_input = page.locator('[name="f.title"]');
    await title_input.fill(title);
    await page.locator('[name="f.main_problem"]').fill('第一行\n第二行');
    await expect(page.locator('.draft-note', { hasText: '草稿已保存' })).toBeVisible();

    await page.goto('/boxes/drafts');
    await look('desk-drafts');
    await rows(page).getByRole('link').first().click();
    await expect(title_input).toHaveValue(title);
    await expect(page.locator('[name="f.main_problem"]')).toHaveValue('第一行\n第二行');
    await expect(page.locator('.draft-note.restored')).toBeVisible();
    await look('draft-restored');

    // the server cannot be reached: the browser keeps it, and brings it with the next page
    const note = page.locator('.draft-note');
    await page.route('**/drafts', (one) => one.abort());
    await title_input.fill(title + '二');
    await expect(note.filter({ hasText: '暂时无法连接' })).toBeVisible();
    await page.unroute('**/drafts');
    await page.goto('/cases/new');
    await expect(title_input).toHaveValue(title + '二');
    await expect(note.filter({ hasText: '草稿已保存' })).toBeVisible();
    // or by itself, once the network is back
    await context.setOffline(true);
    await title_input.fill(title + '三');
    await expect(note.filter({ hasText: '暂时无法连接' })).toBeVisible();
    await context.setOffline(false);
    await expect(note.filter({ hasText: '草稿已保存' })).toBeVisible();
    await page.reload();
    await expect(title_input).toHaveValue(title + '三');

    // entered, it is a draft no more
    await act(page, 'intake.proposed', {
        matter: 'plan', proposer: 'department', proposer_name: '区交通运输局', in_writing: true,
        reasons: '列入年度重点工作。', legal_basis: '《重大行政决策程序暂行条例》第三条。',
        necessity_and_feasibility: '必要可行。', main_measures: '改造。',
        documents: [paper('建议书', '建议纳入。')],
    });
    await page.goto('/boxes/drafts');
    await expect(rows(page)).toHaveCount(0);
    await page.goto('/cases/new');
    await expect(title_input).toHaveValue('');

    // found by its words, long and short
    for (const words of [title, '方案', title.slice(0, 4) + ' 方案']) {
        await page.goto('/search');
        await page.getByLabel('标题、意见、文件名中的文字').fill(words);
        await page.locator('main').getByRole('button', { name: '检索' }).click();
        await expect(page.locator('.found mark').first()).toBeVisible();
    }
    await look('search');
    await page.locator('.found a').first().click();
    await expect(page).toHaveURL(/\/acts\/\d+/);
});

test('what was typed while the session ended is shown behind the sign-in', async ({ page, context, signIn, look }) => {
    const person = await signIn('clerk_health');
    await page.goto('/account');
    await page.locator('#phrases').fill('请补充依据。\n同意，请按程序办理。');
    await context.clearCookies();
    await page.getByRole('button', { name: '保存常用语' }).click();
    await expect(page.getByText('您填写的内容不会丢失')).toBeVisible();
    await fillSignIn(page, person.login, person.password);
    await expect(page.getByRole('heading', { name: '核对后提交' })).toBeVisible();
    await expect(page.getByLabel('常用语')).toHaveValue('请补充依据。\n同意，请按程序办理。');
    await look('sent-again');
    await page.locator('main').getByRole('button', { name: '提交' }).click();
    await expect(page.locator('#phrases')).toHaveValue(/^请补充依据。\n同意，请按程序办理。\s*$/);

    // a form that is kept says why it is not, while nobody is signed in
    await page.goto('/cases/new');
    await context.clearCookies();
    await page.locator('[name="f.title"]').fill('登录超时的草稿');
    await expect(page.locator('.draft-note', { hasText: '请重新登录' })).toBeVisible();
});

test('without JavaScript a draft is kept by its button', async ({ browser, baseURL }, info) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'zh-CN',
        viewport: info.project.use.viewport });
    const page = await context.newPage();
    const person = people().find((one) => one.login === 'clerk_health');
    await page.goto('/sign-in');
    await fillSignIn(page, person.login, person.password);
    await page.goto('/cases/new');
    await page.locator('[name="f.title"]').fill('没有脚本的草稿');
    await page.getByRole('button', { name: '暂存' }).click();
    await expect(page.locator('[name="f.title"]')).toHaveValue('没有脚本的草稿');
    await page.goto('/boxes/drafts');
    await page.locator('summary', { hasText: '删除草稿' }).click();
    await page.getByRole('button', { name: '确认删除' }).click();
    await expect(page.locator('.nothing')).toBeVisible();
    await context.close();
});

test('of two at once the second sees what the first did and keeps the text', async ({ page, browser, baseURL, signIn, look }, info) => {
    await signIn('clerk_transport');
    await page.goto('/cases/new');
    await act(page, 'intake.proposed', {
        title: `两人同时办理${info.project.name}`, matter: 'plan', proposer: 'department',
        proposer_name: '区交通运输局', in_writing: true, main_problem: '路网不完善。', reasons: '年度重点。',
        legal_basis: '《重大行政决策程序暂行条例》第三条。', necessity_and_feasibility: '必要可行。',
        main_measures: '改造。', documents: [paper('建议书', '建议纳入。')],
    });
    const where = new URL(page.url()).pathname;

    await signIn('office');
    await page.goto(where);
    const late = await offered(page, 'intake.study_assigned');
    await fill(late, { to_unit: 'transport', instruction: '第二个人写的意见。' });

    const other = await browser.newContext({ baseURL, locale: 'zh-CN' });
    const first = await other.newPage();
    const person = people().find((one) => one.login === 'office2');
    await first.goto('/sign-in');
    await fillSignIn(first, person.login, person.password);
    await expect(first).not.toHaveURL(/sign-in/);
    await first.goto(where);
    await act(first, 'intake.study_assigned', { to_unit: 'transport', instruction: '第一个人写的意见。' });
    await other.close();

    await send(late);
    await expect(page.locator('main .alert')).toContainText('有了新的办理');
    await expect(page.locator('main .alert .since li')).toHaveCount(1);
    await expect(page.locator('[name="f.instruction"]')).toHaveValue('第二个人写的意见。');
    await look('two-at-once');
});

test('the leader\'s page counts what its lists show', async ({ page, signIn, look }) => {
    await signIn('mayor');
    await page.goto('/overview');
    await look('overview');
    for (const label of ['待办事项', '超期', '临期']) {
        const number = page.locator('.sums > div', { hasText: label }).first().locator('dd');
        const value = Number(await number.innerText());
        if (value === 0)
            continue;
        await number.getByRole('link').click();
        expect((await all_rows(page)).length, label).toBe(value);
        await page.goto('/overview');
    }
    const unit = page.locator('section', { hasText: '按承办单位' }).locator('tbody tr').first();
    const waiting = unit.locator('td').nth(2);
    const value = Number(await waiting.innerText());
    if (value > 0) {
        await waiting.getByRole('link').click();
        expect((await all_rows(page)).length).toBe(value);
    }
});
