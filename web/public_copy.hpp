#ifndef JUECE_WEB_PUBLIC_COPY_HPP
#define JUECE_WEB_PUBLIC_COPY_HPP

#include "web/copied_address.hpp"
#include "web/office.hpp"

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace web {

/// What a copy came to.
struct copy_extent {
    long long pages = 0;
    long long files = 0; ///< published documents, and what the pages need
    long long bytes = 0;
};

/// Writes the pages for everybody into a directory as any web server can show them, in both
/// languages. The site is asked as strangers ask it, so that nothing comes in that it would not
/// tell them. Whatever was written already is known by its file, so that memory holds one page
/// and the links of it, however many cases there are.
class public_copy {
public:
    /// A site that was told its address and that it is copied. `loop`: that of the site, not
    /// running.
    public_copy(office& site, boost::asio::io_context& loop, std::filesystem::path into);

    /// Throws std::runtime_error for a page that the site cannot give, std::system_error for what
    /// the disk refuses.
    copy_extent write();

private:
    response ask(std::string const& target, std::string const& language);
    void write_matters();
    void write_reports();
    void write_linked();
    void write_all_languages(std::string const& target);
    void write(copied_page const& page);
    std::string with_links_in(copied_page const& page, response const& said);
    std::string link(copied_page const& from, std::string const& target);
    void copy_program_file(std::string const& target);
    std::string copy_document(std::string const& target);
    bool has(std::string const& file) const { return std::filesystem::exists(into_ / file); }
    void keep(std::string const& file, response const& said);

    office& site_;
    boost::asio::io_context& loop_;
    std::filesystem::path into_;
    std::string address_; ///< of the server
    copy_extent extent_;
    std::vector<copied_page> linked_; ///< by what was written; some of it is written by now
    std::vector<copied_page> lists_;  ///< pages of lists, which wait until all else is written
    std::string folder_;              ///< of the matter whose documents are known by name
    std::map<std::string, std::string> documents_; ///< file by address, of that matter
};

} // namespace web

#endif
