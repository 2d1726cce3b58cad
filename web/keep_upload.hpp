#ifndef JUECE_WEB_KEEP_UPLOAD_HPP
#define JUECE_WEB_KEEP_UPLOAD_HPP

#include "adapters/documents/document_store.hpp"
#include "adapters/documents/document_types.hpp"
#include "web/visit.hpp"

#include <variant>

namespace web {

/// A file of a form on its way into the document store; can be looked at before it is kept.
class arriving_document : public incoming_file {
public:
    explicit arriving_document(adapters::documents::document_store::writer into)
        : into_(std::move(into))
    {}
    void write(std::string_view bytes) override { into_.append(bytes); }
    std::string finish() override { return into_.finish().hash; }
    std::filesystem::path const& bytes_so_far() const { return into_.bytes_so_far(); }

private:
    adapters::documents::document_store::writer into_;
};

/// A file that is now a document of the house.
struct kept_upload {
    std::string hash;
    std::string name;
    std::string_view media_type; ///< by its content
    long long size = 0;
};

/// The document, or why the file is not taken; the reason names it.
using upload_outcome = std::variant<kept_upload, engine::text>;

/// Looks into a file that came with a form and, if it may be taken, stores and registers it under
/// the name of the person who asks. Blocks: for the reading threads.
upload_outcome keep_upload(visit const& v, upload& arrived);

/// The same for a file that arrived piece by piece and lies whole at `bytes`, where it is no more
/// when it was kept.
/// `expected`: its SHA-256 as its sender knows it; other bytes are not taken. Empty: whatever it
/// is.
upload_outcome keep_whole_file(visit const& v, std::filesystem::path const& bytes,
                               std::string const& name, std::string const& expected);

} // namespace web

#endif
