package org.customervaluesquads.signalservice.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** Bounds the memory of all state stores of this process together; by default each would take its own. */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** Beside the heap and in proportion to it, so that a larger machine's stores write less often. */
    private static final long MEMORY_BYTES_MAX =
            Math.max(96L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 4);

    /** Customers are written again and again: what waits here is sorted and merged once for many changes. */
    private static final long WRITE_BUFFERS_BYTES_MAX = MEMORY_BYTES_MAX * 5 / 8;

    private static final long WRITE_BUFFER_BYTES = MEMORY_BYTES_MAX / 8;

    /** Most signals are new, so most look-ups find nothing: a filter says so without a search of the memtable. */
    private static final double MEMTABLE_FILTER_SHARE = 0.05;

    static {
        RocksDB.loadLibrary();
    }

    /** Filters and indexes are looked into with each signal, so that blocks of values must not drive them out. */
    private static final double KEPT_FOR_FILTERS = 0.5;

    private static final int SHARD_BITS = 4;

    private static final Cache CACHE = new LRUCache(MEMORY_BYTES_MAX, SHARD_BITS, false, KEPT_FOR_FILTERS);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES_MAX, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER_SHARE);
        options.setMemtableWholeKeyFiltering(true);
        // One thread writes to each store.
        options.setAllowConcurrentMemtableWrite(false);
    }

    /** The cache and the buffers belong to the process and stay. */
    @Override
    public void close(String storeName, Options options) {}
}
