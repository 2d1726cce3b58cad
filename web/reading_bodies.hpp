#ifndef JUECE_WEB_READING_BODIES_HPP
#define JUECE_WEB_READING_BODIES_HPP

#include "web/request.hpp"

#include <cstddef>

namespace web {

/// How much of a body is read at once: little, until its bytes come fast.
constexpr std::size_t least_piece = 4'096;
constexpr std::size_t largest_piece = 65'536;

inline bool is_multipart(request const& asked)
{
    return asked.content_type() == "multipart/form-data";
}

/// Why a body was not read to its end.
enum class body_fault { none, too_large, broken, gone, not_kept, no_room };

inline int status_of(body_fault why)
{
    switch (why) {
    case body_fault::too_large:
        return 413;
    case body_fault::not_kept:
    case body_fault::no_room:
        return 503;
    default:
        return 400;
    }
}

/// One of those that send files without being known.
class stranger_upload {
public:
    explicit stranger_upload(std::size_t& all) : all_(all) { ++all_; }
    ~stranger_upload() { --all_; }
    stranger_upload(stranger_upload const&) = delete;
    stranger_upload& operator=(stranger_upload const&) = delete;

private:
    std::size_t& all_;
};

} // namespace web

#endif
