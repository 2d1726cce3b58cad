#ifndef JUECE_WEB_MULTIPART_HPP
#define JUECE_WEB_MULTIPART_HPP

#include "web/request.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace web {

/// Makes the place for a file that begins to arrive; null: its bytes are thrown away.
using file_opener = std::function<std::unique_ptr<incoming_file>()>;

/// The boundary of a multipart/form-data content type; nothing if there is none or it is not one
/// that RFC 2046 allows.
std::optional<std::string> boundary_of(std::string_view content_type);

/// Reads a multipart/form-data body (RFC 7578) while it arrives. Fields are kept in memory up to a
/// limit; files go where the opener says.
class multipart_reader {
public:
    multipart_reader(std::string const& boundary, std::size_t most_field_bytes, file_opener open);

    enum class state { reading, done, broken, too_large };

    /// Takes the next bytes. After broken or too_large nothing more is read.
    state take(std::string_view bytes);
    state now() const { return state_; }
    /// Bytes of fields that are in memory.
    std::size_t field_bytes() const { return field_bytes_; }

    pairs fields;
    std::vector<upload> files;

private:
    enum class place { preamble, after_boundary, headers, content, epilogue };

    bool step();
    bool open_part(std::string_view head);
    bool keep(std::string_view content);
    void close_part();

    std::string delimiter_; ///< "\r\n--boundary"
    std::size_t most_field_bytes_;
    std::size_t field_bytes_ = 0;
    file_opener open_;
    std::string waiting_;
    place at_ = place::preamble;
    state state_ = state::reading;
    bool in_file_ = false;
    bool empty_file_input_ = false;
};

} // namespace web

#endif
