// The functions that admin pages of nopCommerce find in the global scope.

// The ids ticked in the grids of this page.
var selectedIds = [];

function setLocation(url) {
    window.location.href = url;
}

function OpenWindow(query, w, h, scroll) {
    const left = Math.max(0, (screen.width - w) / 2);
    const top = Math.max(0, (screen.height - h) / 2);
    const features = 'resizable=1,height=' + h + ',width=' + w + ',top=' + top + ',left=' + left + (scroll ? ',scrollbars=1' : '');
    const child = window.open(query, '_blank', features);
    if (child) child.focus();
}

function escapeHtml(text) {
    if (text === null || text === undefined) return '';
    const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '/': '&#x2F;', '`': '&#x60;', '=': '&#x3D;' };
    return String(text).replace(/[&<>"'`=\/]/g, function (c) { return entities[c]; });
}

// Adds the page's antiforgery token to what is posted.
function addAntiForgeryToken(data) {
    data = data || {};
    const token = document.querySelector('input[name=__RequestVerificationToken]');
    if (token) data.__RequestVerificationToken = token.value;
    return data;
}

// Shows a message in the dialog of a <nop-alert>, or in the page's own dialog where there is none.
function showAlert(alertId, text) {
    let dialog = $('#' + alertId + '-action-alert');
    if (!dialog.length) dialog = $('#nop-alert');
    const info = dialog.find('#' + alertId + '-info');
    (info.length ? info : dialog.find('.modal-body .nop-alert-text')).text(text);
    dialog.modal('show');
}

// Shows the error of an AJAX answer: a text, or an object of field names with messages.
function display_nop_error(e) {
    if (!e || !e.error) return;
    if (typeof e.error === 'string') {
        showAlert('nop', e.error);
        return;
    }
    const messages = [];
    $.each(e.error, function (key, value) {
        if (value && value.errors) messages.push(value.errors.join('\n'));
        else if (value) messages.push(String(value));
    });
    showAlert('nop', messages.join('\n'));
}

function saveUserPreferences(url, name, value) {
    return $.ajax({ cache: false, url: url, type: 'POST', data: addAntiForgeryToken({ name: name, value: value }), dataType: 'json' });
}

function showThrobber(message) {
    $('.throbber-header').text(message || '');
    $('.throbber').addClass('throbber-shown');
}

function hideThrobber() {
    $('.throbber').removeClass('throbber-shown');
}

function updateMasterCheckbox() {
    const all = $('#mastercheckbox').closest('.dt-container').find('input[type=checkbox][class=checkboxGroups]');
    const ticked = all.filter(':checked').length;
    $('#mastercheckbox').prop('checked', all.length > 0 && ticked === all.length).prop('indeterminate', ticked > 0 && ticked < all.length);
}

function clearMasterCheckbox(tableSelector) {
    $($(tableSelector).closest('.dt-container').find('input.mastercheckbox')).prop('checked', false).prop('indeterminate', false);
    selectedIds = [];
}

// Reads a grid anew from its first page.
function updateTable(tableSelector, isMasterCheckBoxUsed) {
    $(tableSelector).DataTable().ajax.reload();
    $(tableSelector).DataTable().columns.adjust();
    if (isMasterCheckBoxUsed) clearMasterCheckbox(tableSelector);
}

function updateTableSrc(tableSelector, isMasterCheckBoxUsed) {
    const dataSrc = $(tableSelector).DataTable().data();
    $(tableSelector).DataTable().clear().rows.add(dataSrc).draw();
    $(tableSelector).DataTable().columns.adjust();
    if (isMasterCheckBoxUsed) clearMasterCheckbox(tableSelector);
}

function updateTableWidth(tableSelector) {
    if ($.fn.DataTable.isDataTable(tableSelector)) $(tableSelector).DataTable().columns.adjust();
}

// Grids drawn while hidden have columns of no width; they are measured when they come into view.
function ensureDataTablesRendered() {
    $.fn.dataTable.tables({ visible: true, api: true }).columns.adjust();
}

function reloadAllDataTables(itemCount) {
    setTimeout(ensureDataTablesRendered, itemCount ? itemCount * 20 : 100);
}

(function ($) {
    $.fn.showElement = function () { return this.removeClass('d-none').show(); };
    $.fn.hideElement = function () { return this.addClass('d-none').hide(); };

    // Multi selects are select2 boxes, and so are those of content that arrives later.
    window.applySelect2 = function (root) {
        $(root).find('select[multiple]').add($(root).filter('select[multiple]')).each(function () {
            if ($(this).hasClass('select2-hidden-accessible') || this.hasAttribute('data-plain')) return;
            const label = $('label[for="' + this.id + '"]').first().text().trim();
            $(this).select2({ closeOnSelect: false, width: '100%' });
            if (label) $(this).next('.select2').find('.select2-search__field').attr('aria-label', label);
        });
    };

    // Card and search panel states are remembered for the user.
    function rememberState(element, hidden) {
        const name = element.attr('data-hideAttribute');
        const url = document.body.getAttribute('data-preferences-url');
        if (name && url) saveUserPreferences(url, name, hidden);
    }

    $(function () {
        applySelect2(document);

        $('.card').on('collapsed.lte.cardwidget', function () { rememberState($(this), true); })
            .on('expanded.lte.cardwidget', function () { rememberState($(this), false); setTimeout(ensureDataTablesRendered, 420); });

        $('.card-search .search-row').each(function () {
            const row = $(this);
            row.attr({ role: 'button', tabindex: '0', 'aria-expanded': row.hasClass('opened') });
            row.on('click', toggle).on('keydown', function (e) {
                if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); toggle(); }
            });
            function toggle() {
                const opened = !row.hasClass('opened');
                row.toggleClass('opened', opened).attr('aria-expanded', opened);
                row.closest('.card-search').find('.search-body').first().toggleClass('closed', !opened).toggleClass('opened', opened);
                row.find('.icon-collapse i').toggleClass('fa-angle-up', opened).toggleClass('fa-angle-down', !opened);
                rememberState(row, !opened);
            }
        });

        // Return in a search field searches.
        $('.card-search').on('keydown', 'input', function (e) {
            if (e.key !== 'Enter') return;
            e.preventDefault();
            $(this).closest('.card-search').find('.btn-search').trigger('click');
        });

        // Tables inside a tab are measured when the tab is shown.
        $(document).on('shown.bs.tab', 'a[data-toggle="tab"], a[data-toggle="pill"]', ensureDataTablesRendered);

        // A menu group is a button: it says whether it is open, and the space bar works.
        $('.nav-sidebar').on('keydown', 'a[role=button]', function (e) {
            if (e.key !== ' ') return;
            e.preventDefault();
            this.click();
        });
        $('.nav-sidebar .has-treeview').each(function () {
            const item = this;
            new MutationObserver(function () {
                $(item).children('a').attr('aria-expanded', item.classList.contains('menu-open'));
            }).observe(item, { attributes: true, attributeFilter: ['class'] });
        });

        $('[data-toggle="tooltip"]').tooltip();
        $(document).on('ajaxError', function (e, xhr) {
            if (xhr.status === 401 || xhr.status === 403) showAlert('nop', document.body.getAttribute('data-denied-text'));
        });
        $('form[data-busy-text]').on('submit', function () { showThrobber(this.getAttribute('data-busy-text')); });
    });
})(jQuery);
