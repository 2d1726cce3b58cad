// A real provider of identities (npm oidc-provider) on a free port of 127.0.0.1, for the stories in
// which people sign in with one. Whoever they say they are there, they are.
import http from 'node:http';
import Provider from 'oidc-provider';

export const client = { id: 'juece', secret: 'a-secret-of-the-tests' };

/** Serves until close(); `issuer` is its address. */
export async function startProvider() {
    // The address has to be known before the provider is made, and the way back after it.
    const server = http.createServer();
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    const issuer = `http://127.0.0.1:${server.address().port}`;
    return {
        issuer,
        serve(back) {
            const provider = new Provider(issuer, {
                clients: [{
                    client_id: client.id,
                    client_secret: client.secret,
                    redirect_uris: [back],
                    response_types: ['code'],
                    grant_types: ['authorization_code'],
                }],
                pkce: { required: () => true },
                claims: { openid: ['sub', 'employee'] },
                conformIdTokenClaims: false,
                findAccount: (_, id) => ({
                    accountId: id,
                    claims: () => ({ sub: `subject-of-${id}`, employee: id }),
                }),
                features: { devInteractions: { enabled: true } },
                cookies: { keys: ['only for tests'] },
            });
            server.on('request', provider.callback());
        },
        close: () => new Promise((done) => {
            server.closeAllConnections();
            server.close(done);
        }),
    };
}
