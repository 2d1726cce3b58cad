#ifndef JUECE_WEB_REQUEST_HPP
#define JUECE_WEB_REQUEST_HPP

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

/// Names and values in the order in which they came; a name may come twice.
using pairs = std::vector<std::pair<std::string, std::string>>;

/// The first value under a name, or null.
std::string const* find(pairs const& in, std::string_view name);

/// Where the bytes of an uploaded file go while they arrive. Dropped unfinished, it leaves nothing
/// behind.
class incoming_file {
public:
    virtual ~incoming_file() = default;
    /// Throws when the disk refuses.
    virtual void write(std::string_view bytes) = 0;
    /// Keeps the file for good and gives its content hash; blocks until it is on disk.
    virtual std::string finish() = 0;
};

/// A file that came with a multipart form. `file` is null when nobody wanted its bytes.
struct upload {
    std::string field;
    std::string file_name;
    std::string content_type;
    std::unique_ptr<incoming_file> file;
    long long size = 0;
    std::string first_bytes = {}; ///< at most 512, to see of what type the content is
};

/// What was asked of us, without a trace of the library that read it.
struct request {
    std::string method; ///< "GET"; a HEAD is answered as a GET without its body
    std::string target; ///< as it came: "/cases?page=2"
    std::string path;   ///< "/cases", still percent-encoded
    pairs query;
    pairs headers;    ///< names in lower case
    std::string body; ///< empty for a multipart form
    pairs fields;     ///< of a form, urlencoded or multipart
    std::vector<upload> files;
    std::string peer; ///< address of the other side
    bool secure = false;

    /// A HEAD becomes the GET that it stands for, whose answer nobody packs for its length alone.
    void stand_for_get();
    /// The value of a header (name in lower case), or an empty view.
    std::string_view header(std::string_view name) const;
    /// Who asked for what, for an answer that is given before the rest is read.
    request without_body() const;
    /// Whether a program asks rather than a person.
    bool prefers_json() const;
    /// The media type of the body without its parameters, in lower case.
    std::string content_type() const;
};

} // namespace web

#endif
