// URLs of PostgreSQL as its own library reads them may name the directory of a socket and a user
// (postgresql:///base?host=/run/postgresql&user=juece). Libraries of JavaScript read that in ways of
// their own.

function parts_of(url) {
    const [, base, query] = url.match(/^postgresql:\/\/\/([^?]*)\?(.*)$/) ?? [];
    const asked = new URLSearchParams(query);
    return {base, host: asked.get('host'), user: asked.get('user')};
}

/** For pg: the directory as the host. */
export function url_with_host(url) {
    const {base, host, user} = parts_of(url);
    return host ? `postgresql://${user}@${encodeURIComponent(host)}/${base}` : url;
}

/** For postgres.js: the directory in its environment. */
export function url_with_variables(url) {
    const {base, host, user} = parts_of(url);
    if (!host)
        return url;
    process.env.PGHOST = host;
    process.env.PGUSER = user;
    return `postgresql:///${base}`;
}
