import { defineConfig } from '@playwright/test';

export default defineConfig({
    testDir: '.',
    outputDir: 'results/runs',
    globalSetup: './server.js',
    timeout: 120_000,
    expect: { timeout: 10_000 },
    // The specs of one width tell their stories on one record; the widths run beside each other.
    workers: 1,
    fullyParallel: false,
    forbidOnly: !!process.env.CI,
    retries: 0,
    reporter: [['list']],
    use: {
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        // Recording takes as long as the stories themselves: JUECE_TRACE=1 asks for it.
        trace: process.env.JUECE_TRACE ? 'retain-on-failure' : 'off',
        screenshot: 'only-on-failure',
        launchOptions: {
            executablePath: process.env.JUECE_CHROMIUM ?? '/usr/bin/chromium',
            args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none',
                '--disable-background-networking', '--disable-component-update', '--disable-sync',
                '--no-first-run'],
            // Native date and file inputs speak the browser's own language.
            env: { ...process.env, LANGUAGE: 'zh_CN:zh' },
        },
    },
    projects: [
        { name: '1280', use: { viewport: { width: 1280, height: 900 } } },
        { name: '360', use: { viewport: { width: 360, height: 740 } } },
    ],
});
